package kz.shanyraq.office.registry;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// The plain answer: the same number, or a like name and the same year of birth.
@Component
class SimilarByName implements SimilarPersons {

    private static final int MOST = 10;

    private final Finder finder;

    SimilarByName(Finder finder) {
        this.finder = finder;
    }

    @Override
    public List<Found.Person> to(Entered person) {
        List<Found.Person> similar = new ArrayList<>();
        if (person.iin() != null) {
            similar.addAll(finder.find(person.iin()).persons());
        }
        String born = person.birthDate() == null ? "" : " " + person.birthDate().getYear();
        finder.find(person.lastName() + " " + person.firstName() + born).persons().stream()
                .filter(found -> similar.stream().noneMatch(known -> known.id().equals(found.id())))
                .forEach(similar::add);
        return similar.subList(0, Math.min(similar.size(), MOST));
    }
}
