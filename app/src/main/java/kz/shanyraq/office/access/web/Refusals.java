package kz.shanyraq.office.access.web;

import java.util.List;
import kz.shanyraq.office.access.Denied;
import kz.shanyraq.office.access.LogUnwritable;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.page.ErrorPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/// What the pages say when access refuses.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    @ExceptionHandler(Denied.class)
    ModelAndView denied(Denied denied) {
        List<String> roles = denied.having().stream()
                .map(role -> "access.role." + role.word())
                .toList();
        return page(HttpStatus.FORBIDDEN, "page/error", new ErrorPage(403, "403", roles, ""));
    }

    @ExceptionHandler(NotThere.class)
    ModelAndView notThere() {
        return page(HttpStatus.NOT_FOUND, "page/error", new ErrorPage(404, "404", List.of(), ""));
    }

    @ExceptionHandler(LogUnwritable.class)
    ModelAndView logUnwritable(LogUnwritable broken) {
        LOG.error("A page was refused, since its look could not be logged: {}", broken.kind());
        return page(HttpStatus.SERVICE_UNAVAILABLE, "access/log-closed", new ErrorPage(503, "503", List.of(), ""));
    }

    private static ModelAndView page(HttpStatus status, String template, ErrorPage page) {
        var view = new ModelAndView(template);
        view.setStatus(status);
        view.addObject("page", page);
        return view;
    }
}
