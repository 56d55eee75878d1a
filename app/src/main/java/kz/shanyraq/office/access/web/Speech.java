package kz.shanyraq.office.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZonedDateTime;
import kz.shanyraq.office.access.Looks;
import kz.shanyraq.office.page.Language;
import kz.shanyraq.office.page.Text;
import kz.shanyraq.office.page.Words;
import org.springframework.stereotype.Component;

/// The language of a request, for sentences that a form's answer carries.
@Component
class Speech {

    private final Words words;

    Speech(Words words) {
        this.words = words;
    }

    Text of(HttpServletRequest request) {
        return new Text(words, language(request), ZonedDateTime.now(Looks.ZONE));
    }

    private static Language language(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals("lang")) {
                    return Language.of(cookie.getValue()).orElse(Language.KK);
                }
            }
        }
        return request.getHeader("Accept-Language") == null
                ? Language.KK
                : Language.of(request.getLocale().getLanguage()).orElse(Language.KK);
    }
}
