package kz.shanyraq.office.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/// The pages for what went wrong: in the visitor's language, with the shell around them, without a stack trace. A fault
/// of ours gets a code that
/// stands on the page and in the log.
@Controller
@ControllerAdvice
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final UploadBound bound;

    ErrorPages(UploadBound bound) {
        this.bound = bound;
    }

    @ExceptionHandler(Forbidden.class)
    ModelAndView forbidden(Forbidden refusal) {
        return page(ErrorPage.of(403, refusal.roles(), ""));
    }

    @ExceptionHandler(NotFound.class)
    ModelAndView notFound() {
        return page(ErrorPage.of(404, List.of(), ""));
    }

    /// A form with a file that came without one, or with one that is too large.
    @ExceptionHandler(MultipartException.class)
    ModelAndView noFile(MultipartException broken, HttpServletRequest request) {
        return broken instanceof MaxUploadSizeExceededException
                ? tooLarge(request)
                : page(ErrorPage.of(400, List.of(), ""));
    }

    private ModelAndView tooLarge(HttpServletRequest request) {
        return page(ErrorPage.tooLarge(request.getContentLengthLong(), bound.most()));
    }

    @RequestMapping("/error")
    ModelAndView other(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        if (status == HttpStatus.CONTENT_TOO_LARGE.value()) {
            return tooLarge(request);
        }
        if (status < 500) {
            return page(ErrorPage.of(status, List.of(), ""));
        }
        String code = UUID.randomUUID().toString().substring(0, 8);
        // The path may carry an identifier; the type of the fault and its code are enough to find the rest.
        Object fault = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.error(
                "A page failed with status {}, code {}: {}",
                status,
                code,
                fault == null ? "-" : fault.getClass().getName());
        return page(ErrorPage.of(status, List.of(), code));
    }

    private static ModelAndView page(ErrorPage page) {
        var view = new ModelAndView("page/error");
        view.setStatus(HttpStatusCode.valueOf(page.status()));
        view.addObject("page", page);
        return view;
    }
}
