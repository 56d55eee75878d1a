package kz.shanyraq.office.matrix;

import java.util.ArrayList;
import java.util.List;

/// The families of the village: where each lives, seen from an officer of Birzhan sal district, decides what may be
/// seen of it.
public enum Household {

    /// Aigul with three children, of the officer's district.
    AIGUL(
            Village.DISTRICT + 300,
            false,
            "Бөгенбай батыр көшесі, 17-үй",
            Neighbour.of("Байжігітова", "Айгүл", "Тасболатқызы", 'f', "1988-03-08", "head", "+77010000017", 11),
            Neighbour.of("Байжігітов", "Дінмұхамед", "Ержанұлы", 'm', "2012-05-19", "child", "+77010000018", 12),
            Neighbour.of("Байжігітова", "Аяжан", "Ержанқызы", 'f', "2016-09-23", "child", "+77010000019", 13),
            Neighbour.of("Байжігітов", "Мирас", "Ержанұлы", 'm', "2023-11-02", "child", "+77010000020", 14)),

    /// Kulash, 71 and alone, of the officer's district.
    KULASH(
            Village.DISTRICT + 300,
            false,
            "Тәуелсіздік көшесі, 4-үй",
            Neighbour.of("Нұрпейісова", "Күләш", "Сейтқазықызы", 'f', "1955-02-14", "head", "+77010000031", 21)),

    /// A family of the district beside it, in the same region.
    NEXT_DISTRICT(
            Village.NEXT_DISTRICT + 200,
            false,
            "Қобыланды даңғылы, 52-үй",
            Neighbour.of("Тілеуқабылов", "Өтеген", "Жақсылықұлы", 'm', "1979-07-27", "head", "+77010000041", 31),
            Neighbour.of("Тілеуқабылова", "Ұлбосын", "Әбдірақызы", 'f', "1983-10-11", "spouse", "+77010000042", 32)),

    /// A family of that district for which the officer gave a reason.
    PERMITTED(
            Village.NEXT_DISTRICT + 200,
            false,
            "Тасқайнар тұйығы, 8-үй",
            Neighbour.of("Есенгелдина", "Қаламқас", "Бөріқызы", 'f', "1991-12-05", "head", "+77010000051", 41),
            Neighbour.of("Есенгелдин", "Шерхан", "Дәуренұлы", 'm', "2018-04-16", "child", "+77010000052", 42)),

    /// A family for which the officer's reason has run out.
    EXPIRED(
            Village.NEXT_DISTRICT + 200,
            false,
            "Шыңғыстау қиылысы, 21-үй",
            Neighbour.of("Қосжанова", "Гүлнәзік", "Төлегенқызы", 'f', "1972-06-30", "head", "+77010000061", 51),
            Neighbour.of("Қосжанов", "Жәнібекжан", "Тұрарұлы", 'm', "2010-01-21", "child", "+77010000062", 52)),

    /// A family of another region.
    FAR(
            Village.FAR_DISTRICT + 100,
            false,
            "Сарыжазық өткелі, 93-үй",
            Neighbour.of("Құдайбергенов", "Рахымжан", "Зейноллаұлы", 'm', "1968-08-09", "head", "+77010000071", 61),
            Neighbour.of("Құдайбергенова", "Бибігүл", "Смағұлқызы", 'f', "1970-11-28", "spouse", "+77010000072", 62)),

    /// A family under protection that lives in the officer's own district.
    RESTRICTED(
            Village.DISTRICT + 300,
            true,
            "Тасқұмды жағалауы, 66-үй",
            Neighbour.of("Мырзағалиева", "Перизат", "Оразбекқызы", 'f', "1994-04-03", "head", "+77010000081", 71),
            Neighbour.of("Мырзағалиев", "Сұңқар", "Ақанұлы", 'm', "2019-02-18", "child", "+77010000082", 72)),

    /// A family under protection, opened to the officer by break-glass.
    OPENED(
            Village.DISTRICT + 300,
            true,
            "Мұзбел бекеті, 39-үй",
            Neighbour.of("Шыңғысбаева", "Назерке", "Ілиясқызы", 'f', "1986-01-12", "head", "+77010000091", 81),
            Neighbour.of("Шыңғысбаев", "Алдияр", "Нартайұлы", 'm', "2015-08-25", "child", "+77010000092", 82));

    private final int kato;
    private final boolean restricted;
    private final String address;
    private final List<Neighbour> members;

    Household(int kato, boolean restricted, String address, Neighbour... members) {
        this.kato = kato;
        this.restricted = restricted;
        this.address = address;
        this.members = List.of(members);
    }

    /// Where it lives.
    public int kato() {
        return kato;
    }

    /// Whether it is under protection.
    public boolean restricted() {
        return restricted;
    }

    /// Its address.
    public String address() {
        return address;
    }

    /// Who belongs to it, the head first.
    public List<Neighbour> members() {
        return members;
    }

    /// The head.
    public Neighbour head() {
        return members.getFirst();
    }

    /// The street, without type and number.
    public String street() {
        return address.substring(0, address.indexOf(' '));
    }

    /// What must not be seen of it by somebody who may not see it: names, numbers, telephones, the street.
    public List<String> marks() {
        var marks = new ArrayList<String>();
        members.forEach(member -> marks.addAll(member.marks()));
        marks.add(street());
        return marks.stream().distinct().toList();
    }
}
