package kz.shanyraq.office.access;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.PostChoice;
import kz.shanyraq.office.page.Section;
import kz.shanyraq.office.page.Visitor;
import kz.shanyraq.office.page.Visitors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Tells the shell who is before the page, and which parts of the office they may enter.
@Component
class WhoIsHere implements Visitors {

    private final Access access;
    private final ObjectProvider<Parts> parts;
    private final TerritoryNames names;

    WhoIsHere(Access access, ObjectProvider<Parts> parts, TerritoryNames names) {
        this.access = access;
        this.parts = parts;
        this.names = names;
    }

    @Override
    public Visitor current() {
        return switch (access.acting()) {
            case Acting.Officer officer -> officer(officer);
            case Acting.Citizen citizen ->
                new Visitor("•", "access.role.citizen", "", List.of(), sections(citizen), false);
            case Acting.TheOffice office -> Visitor.anonymous();
            case Acting.Nobody nobody -> Visitor.anonymous();
        };
    }

    private Visitor officer(Acting.Officer officer) {
        Language language = language();
        List<PostChoice> posts = officer.posts().stream()
                .map(post -> new PostChoice(
                        post.id().toString(),
                        "access.role." + post.role().word(),
                        names.name(post.territory(), language),
                        post.id().equals(officer.post().id())))
                .toList();
        return new Visitor(
                officer.name(),
                "access.role." + officer.post().role().word(),
                names.name(officer.post().territory(), language),
                posts,
                sections(officer),
                officer.may(Right.SEARCH));
    }

    private List<Section> sections(Acting acting) {
        List<Parts.Part> all = new ArrayList<>();
        parts.forEach(each -> all.addAll(each.parts()));
        return all.stream()
                .filter(part -> acting.may(part.right()))
                .sorted(Comparator.comparingInt(Parts.Part::order))
                .map(Parts.Part::section)
                .toList();
    }

    /// The language of the page that this thread answers.
    static Language language() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            Cookie[] cookies = attributes.getRequest().getCookies();
            if (cookies != null) {
                for (Cookie cookie : cookies) {
                    if (cookie.getName().equals("lang")) {
                        return Language.of(cookie.getValue()).orElse(Language.KK);
                    }
                }
            }
            if (attributes.getRequest().getHeader("Accept-Language") != null) {
                return Language.of(attributes.getRequest().getLocale().getLanguage())
                        .orElse(Language.KK);
            }
        }
        return Language.KK;
    }
}
