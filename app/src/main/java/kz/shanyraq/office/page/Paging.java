package kz.shanyraq.office.page;

import java.util.ArrayList;
import java.util.List;

/// Where in a long list the page is. The number stands in the address as `page`.
///
/// @param page the first is 1
/// @param size how many entries a page has
/// @param total how many entries there are
public record Paging(int page, int size, long total) {
    /// How many pages there are, at least one.
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /// The number of the first entry shown.
    public long from() {
        return total == 0 ? 0 : (page - 1L) * size + 1;
    }

    /// The number of the last entry shown.
    public long to() {
        return Math.min(total, (long) page * size);
    }

    /// How many entries to leave out before this page.
    public long offset() {
        return (page - 1L) * size;
    }

    /// The numbers to offer: the first, the last, and those around this page; 0 stands for a gap.
    public List<Integer> shown() {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= pages(); number++) {
            if (number == 1 || number == pages() || Math.abs(number - page) <= 1) {
                numbers.add(number);
            } else if (numbers.getLast() != 0) {
                numbers.add(0);
            }
        }
        return numbers;
    }
}
