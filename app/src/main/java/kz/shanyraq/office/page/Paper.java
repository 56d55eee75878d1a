package kz.shanyraq.office.page;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import gg.jte.output.StringOutput;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import javax.imageio.ImageIO;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Prints templates as accessible PDF (PDF/UA-1 on PDF/A-2): tagged as the page is marked up, with its language, its
/// title, alternatives of its pictures, and its fonts inside. Nothing is fetched while it is printed.
@Component
public final class Paper {

    private static final String FAMILY = "Noto Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;
    private static final int MARK = 320;
    private static final double MARK_UNITS = 32;

    private final PageViews views;
    private final boolean demo;
    private final String style;
    private final String mark;
    private final byte[] colours;

    Paper(PageViews views, @Value("${shanyraq.demo:none}") String demo) {
        this.views = views;
        this.demo = !demo.equals("none");
        this.style = new String(read("kz/shanyraq/office/page/paper.css"), StandardCharsets.UTF_8);
        this.mark = address(mark());
        this.colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    /// Prints a template that uses `paper/sheet`. It sees `t`, `page`, and as `letterhead` what stands on every paper.
    ///
    /// @param template without its ending, such as `benefits/letter`
    /// @return the bytes of a PDF
    public byte[] print(String template, Text t, Object page) {
        var html = new StringOutput();
        views.write(
                template + ".jte", Map.of("t", t, "page", page, "letterhead", new Letterhead(style, mark, demo)), html);
        var pdf = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(font("paper-regular.ttf"), FAMILY, REGULAR, FontStyle.NORMAL, true);
        builder.useFont(font("paper-bold.ttf"), FAMILY, BOLD, FontStyle.NORMAL, true);
        builder.usePdfUaAccessibility(true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.useColorProfile(colours);
        builder.useUriResolver((base, uri) -> uri.startsWith("data:image/png;base64,") ? uri : null);
        builder.withProducer("Shanyraq");
        builder.withHtmlContent(html.toString(), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException broken) {
            throw new UncheckedIOException("The template %s could not be printed.".formatted(template), broken);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> font(String name) {
        return () -> stream("static" + Assets.address(name));
    }

    private static byte[] read(String name) {
        try (InputStream in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream stream(String name) {
        return Objects.requireNonNull(Paper.class.getClassLoader().getResourceAsStream(name), name);
    }

    /// The address of a picture that holds the picture itself.
    static String address(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /// The mark of the pages (`ui/src/mark.svg`), large enough for print.
    private static BufferedImage mark() {
        var image = new BufferedImage(MARK, MARK, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = image.createGraphics();
        drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, MARK, MARK);
        drawing.scale(MARK / MARK_UNITS, MARK / MARK_UNITS);
        drawing.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        drawing.setColor(new Color(0x0B5D6B));
        drawing.draw(new Arc2D.Double(4, 8, 24, 24, 0, 180, Arc2D.OPEN));
        drawing.setColor(new Color(0x9A5B13));
        drawing.draw(new Arc2D.Double(10, 14, 12, 12, 0, 180, Arc2D.OPEN));
        drawing.setColor(new Color(0x0B5D6B));
        drawing.fill(new Ellipse2D.Double(16 - 2.7, 25.4 - 2.7, 5.4, 5.4));
        drawing.dispose();
        return image;
    }
}
