package kz.shanyraq.office.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.util.Map;

/// A QR code: one path of an SVG for the screen, a picture for paper.
public final class QrPicture {

    private static final int QUIET = 4;
    private static final int DOTS = 8;
    private static final int WHITE = 0xFFFFFF;

    private final BitMatrix bits;

    private QrPicture(BitMatrix bits) {
        this.bits = bits;
    }

    /// The picture of a text.
    public static QrPicture of(String text) {
        try {
            return new QrPicture(new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    QUIET)));
        } catch (WriterException broken) {
            throw new IllegalArgumentException("The text does not fit into a QR code.", broken);
        }
    }

    /// Its side in modules, with the quiet zone.
    public int size() {
        return bits.getWidth();
    }

    /// What is black, as the path of an SVG.
    public String path() {
        var path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }

    /// The address of a picture that holds itself, for paper.
    public String image() {
        int side = size() * DOTS;
        var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.setRGB(x, y, bits.get(x / DOTS, y / DOTS) ? 0 : WHITE);
            }
        }
        return Paper.address(image);
    }
}
