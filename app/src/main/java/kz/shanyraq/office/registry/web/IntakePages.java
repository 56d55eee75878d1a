package kz.shanyraq.office.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kz.shanyraq.office.access.Access;
import kz.shanyraq.office.access.Action;
import kz.shanyraq.office.access.Look;
import kz.shanyraq.office.access.Needs;
import kz.shanyraq.office.access.NotThere;
import kz.shanyraq.office.access.Right;
import kz.shanyraq.office.page.Notice;
import kz.shanyraq.office.registry.Deliveries;
import kz.shanyraq.office.registry.Delivery;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Deliveries of registers: the list, one of them with its counts and rejects, and the form by which a file comes in.
@Controller
class IntakePages {

    private static final int MOST = 100;
    private static final int MOST_REJECTS = 200;
    private static final int MOST_DOWNLOADED = 1000;
    private static final long LARGEST = 2L << 30;
    private static final Set<String> FORMATS =
            Set.of("families", "persons", "incomes", "livestock", "plots", "sources", "facts");

    private final Deliveries deliveries;
    private final Access access;

    IntakePages(Deliveries deliveries, Access access) {
        this.deliveries = deliveries;
        this.access = access;
    }

    @GetMapping("/intakes")
    @Needs(Right.SEE_SOURCES)
    String intakes(Model model) {
        access.require(Right.SEE_SOURCES);
        model.addAttribute(
                "page", new IntakesPage(deliveries.latest(MOST), deliveries.refused(), access.may(Right.LOAD_DATA)));
        return "registry/intakes";
    }

    @GetMapping("/intakes/{id:\\d+}")
    @Needs(Right.SEE_SOURCES)
    String intake(@PathVariable int id, Model model, HttpServletResponse response) {
        access.require(Right.SEE_SOURCES);
        Delivery delivery = deliveries.delivery(id).orElseThrow(NotThere::new);
        if (delivery.state().equals("running")) {
            response.setHeader("Refresh", "3");
        }
        model.addAttribute("page", new IntakePage(delivery, deliveries.rejects(id, 0, MOST_REJECTS)));
        return "registry/intake";
    }

    @GetMapping("/intakes/{id:\\d+}/rejects.csv")
    @Needs(Right.SEE_SOURCES)
    ResponseEntity<byte[]> rejects(@PathVariable int id) {
        access.require(Right.SEE_SOURCES);
        Delivery delivery = deliveries.delivery(id).orElseThrow(NotThere::new);
        var text = new StringBuilder("file,line,column,value,reason\n");
        long after = 0;
        List<Delivery.Reject> rows = deliveries.rejects(id, after, MOST_DOWNLOADED);
        while (!rows.isEmpty()) {
            for (Delivery.Reject row : rows) {
                text.append(cell(delivery.file()))
                        .append(',')
                        .append(row.line())
                        .append(',')
                        .append(cell(row.column()))
                        .append(',');
                text.append(cell(row.value()))
                        .append(',')
                        .append(cell(row.reason()))
                        .append('\n');
            }
            after = rows.getLast().line();
            rows = rows.size() < MOST_DOWNLOADED ? List.of() : deliveries.rejects(id, after, MOST_DOWNLOADED);
        }
        return ResponseEntity.ok()
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"rejects-%d.csv\"".formatted(id))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable String text) {
        String safe = text == null ? "" : text;
        // A spreadsheet must not take a cell for a formula.
        if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    @GetMapping("/intakes/new")
    @Needs(Right.LOAD_DATA)
    String form(Model model) {
        access.require(Right.LOAD_DATA);
        model.addAttribute("page", new IntakeFormPage(deliveries.sources(), null));
        return "registry/intakeform";
    }

    @PostMapping("/intakes")
    @Needs(Right.LOAD_DATA)
    String upload(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String on,
            @RequestParam("files") List<MultipartFile> files,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Model model) {
        access.require(Right.LOAD_DATA);
        try {
            LocalDate day = on.isBlank() ? null : LocalDate.parse(on.strip());
            UUID officer = access.officer().orElseThrow().id();
            Path uploaded = keep(source, files);
            access.looked(Look.did(Action.LOAD, "upload"));
            deliveries.later(uploaded, source.isBlank() ? null : source, day, officer);
        } catch (Refused | DateTimeException refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String why = refused instanceof Refused known ? known.word() : "intake.refused.date";
            model.addAttribute("page", new IntakeFormPage(deliveries.sources(), why));
            return "registry/intakeform";
        }
        redirect.addFlashAttribute("flash", Notice.done("intake.uploaded"));
        return "redirect:/intakes";
    }

    /// An upload that cannot be taken; its message is a key.
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final String word;

        Refused(String word) {
            super(word, null, false, false);
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Keeps what was uploaded: one file of a source, or a folder of household files, which may come packed in a zip.
    private Path keep(String source, List<MultipartFile> files) throws Refused {
        List<MultipartFile> given =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (given.isEmpty()) {
            throw new Refused("intake.refused.nothing");
        }
        try {
            Path folder = Files.createDirectory(
                    deliveries.uploads().resolve(UUID.randomUUID().toString()));
            if (!source.isBlank()) {
                if (given.size() > 1) {
                    throw new Refused("intake.refused.one");
                }
                Path file = folder.resolve(name(given.getFirst(), source));
                given.getFirst().transferTo(file);
                return file;
            }
            for (MultipartFile file : given) {
                String name = String.valueOf(file.getOriginalFilename());
                if (name.endsWith(".zip")) {
                    unpack(file, folder);
                } else {
                    file.transferTo(folder.resolve(household(name)));
                }
            }
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException("The upload cannot be kept.", broken);
        }
    }

    private static String name(MultipartFile file, String source) {
        String ending = String.valueOf(file.getOriginalFilename()).endsWith(".parquet") ? ".parquet" : ".csv";
        return source.replaceAll("[^a-z0-9_]", "") + ending;
    }

    /// The name of a household file, whatever folder it was in.
    private static String household(String path) throws Refused {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        boolean known = dot > 0
                && FORMATS.contains(name.substring(0, dot))
                && (name.endsWith(".csv") || name.endsWith(".parquet"));
        if (!known) {
            throw new Refused("intake.refused.name");
        }
        return name;
    }

    private static void unpack(MultipartFile file, Path folder) throws IOException, Refused {
        long left = LARGEST;
        try (var zip = new ZipInputStream(file.getInputStream())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                Path target = folder.resolve(household(entry.getName()));
                left -= copy(zip, target, left);
            }
        }
    }

    private static long copy(InputStream in, Path target, long most) throws IOException, Refused {
        byte[] buffer = new byte[1 << 16];
        long copied = 0;
        try (var out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                copied += read;
                if (copied > most) {
                    throw new Refused("intake.refused.large");
                }
                out.write(buffer, 0, read);
            }
        }
        return copied;
    }
}
