package kz.shanyraq.office.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.page.Noticeboard;
import kz.shanyraq.office.page.Visitor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Accounts for a demonstration: an officer for each role, one of the neighbouring district, a citizen. They all
/// have one known password, therefore only where
/// the office listens on this machine alone, and every page says so.
@Component
public class DemoOfficers implements Noticeboard {

    /// The password of all demo accounts.
    public static final String PASSWORD = "shanyraq-demo";

    private static final List<String> LOGINS = List.of(
            "worker",
            "neighbour",
            "career",
            "provider",
            "planner",
            "analyst",
            "approver",
            "authoriser",
            "auditor",
            "operator",
            "citizen");

    private static final String OFFICE = "Оқу кеңсесі · Учебный отдел";

    private final Accounts accounts;
    private final Passwords passwords;
    private final boolean demo;
    private final boolean onlyThisMachine;

    /// Whether accounts with the known password are there, as far as was looked.
    private volatile boolean made = true;

    DemoOfficers(
            Accounts accounts,
            Passwords passwords,
            @Value("${shanyraq.demo:none}") String demo,
            @Value("${server.address:}") String address) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.demo = !demo.equals("none");
        this.onlyThisMachine = loopback(address);
    }

    /// A demo account.
    ///
    /// @param login what is typed
    /// @param role its role
    public record Account(String login, Role role) {}

    /// Makes the accounts that are not there yet.
    ///
    /// @param district the district of the demonstration, nine digits
    /// @param neighbour another district
    /// @param head the person who is the head of a family, for the citizen's account
    /// @throws IllegalStateException if the office listens for other machines
    public List<Account> make(int district, int neighbour, long head) {
        if (!onlyThisMachine) {
            throw new IllegalStateException("""
                    Demo accounts have a known password and are made only where the office listens on this machine alone.
                    Maybe leave --demo out, or start without another address.""");
        }
        int region = district / 10_000_000 * 10_000_000;
        String hash = passwords.hash(PASSWORD);
        List<Account> made = new ArrayList<>();
        made.add(officer("worker", "Әсел Нұрланова", Role.SOCIAL_WORKER, district, hash));
        made.add(officer("neighbour", "Болат Тілеуов", Role.SOCIAL_WORKER, neighbour, hash));
        made.add(officer("career", "Динара Сапарова", Role.CAREER_SPECIALIST, district, hash));
        made.add(officer("provider", "Ержан Қалиев", Role.PROVIDER_STAFF, district, hash));
        made.add(officer("planner", "Жанар Оспанова", Role.AKIMAT_PLANNER, region, hash));
        made.add(officer("analyst", "Ирина Ким", Role.MINISTRY_ANALYST, 0, hash));
        made.add(officer("approver", "Қайрат Әбенов", Role.SECOND_APPROVER, region, hash));
        made.add(officer("authoriser", "Гүлнар Садықова", Role.SECOND_APPROVER, region, hash));
        made.add(officer("auditor", "Марат Сейітов", Role.AUDITOR, 0, hash));
        made.add(officer("operator", "Ольга Петренко", Role.OPERATOR, 0, hash));
        if (accounts.of("citizen").isEmpty()) {
            accounts.makeCitizen("citizen", head, null, hash);
        }
        made.add(new Account("citizen", Role.CITIZEN));
        return made;
    }

    /// The logins of the accounts that are there, if this is a demo.
    public List<String> logins() {
        List<String> there = demo
                ? LOGINS.stream()
                        .filter(login -> accounts.of(login).isPresent())
                        .toList()
                : List.of();
        made = !there.isEmpty();
        return there;
    }

    @Override
    public List<Notice> now(Visitor visitor) {
        return demo && made ? List.of(Notice.wait("access.demo.password")) : List.of();
    }

    private Account officer(String login, String name, Role role, int kato, String hash) {
        if (accounts.of(login).isEmpty()) {
            UUID id = accounts.makeOfficer(login, name, OFFICE, null, hash);
            accounts.makePost(id, role, new Territory(kato));
        }
        return new Account(login, role);
    }

    private static boolean loopback(String address) {
        try {
            return !address.isEmpty() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
