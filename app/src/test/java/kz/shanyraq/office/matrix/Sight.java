package kz.shanyraq.office.matrix;

import java.util.Optional;
import java.util.Set;

/// Whether something is seen of a family where it should not be.
final class Sight {

    /// The first mark of a family that stands in what was answered, unless it had been said by the one who asked.
    ///
    /// @param numbers whether numbers of the family and its persons count too, which tell only that it is there
    /// @param said what was asked with
    static Optional<String> of(String answer, Household family, Village village, boolean numbers, Set<String> said) {
        for (String mark : family.marks()) {
            if (answer.contains(mark) && !isSaid(mark, said)) {
                return Optional.of(mark);
            }
        }
        if (numbers) {
            for (String mark : village.numbers(family)) {
                if (answer.contains(mark) && !isSaid(mark, said)) {
                    return Optional.of(mark);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isSaid(String mark, Set<String> said) {
        return said.stream().anyMatch(word -> word.contains(mark));
    }

    private Sight() {}
}
