package kz.shanyraq.office.access;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The text of an SMS as it goes over the air: in UCS-2, which has all Kazakh letters, 70 in one SMS; a
/// longer text in parts of 67 with a head that says which part it is (3GPP TS 23.040, 9.2.3.24.1), put
/// together by the telephone.
public final class SmsText {

    private static final int WHOLE = 70;
    private static final int PART = 67;
    private static final int HEAD = 6;
    private static final int UCS2 = 8;

    /// A text, or a part of one, as it was received.
    ///
    /// @param of what the parts of one text have in common; 0 for a text in one piece
    /// @param part which part, from 1
    /// @param parts of how many
    public record Piece(int of, int part, int parts, String words) {}

    /// The parts of a text.
    ///
    /// @param of what the parts have in common; its last eight bits are used
    public static List<byte[]> parts(String words, long of) {
        if (words.length() <= WHOLE) {
            return List.of(words.getBytes(StandardCharsets.UTF_16BE));
        }
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < words.length(); ) {
            int to = Math.min(from + PART, words.length());
            if (to < words.length() && Character.isHighSurrogate(words.charAt(to - 1))) {
                to--;
            }
            pieces.add(words.substring(from, to));
            from = to;
        }
        List<byte[]> parts = new ArrayList<>();
        for (String piece : pieces) {
            byte[] text = piece.getBytes(StandardCharsets.UTF_16BE);
            byte[] part = new byte[HEAD + text.length];
            part[0] = HEAD - 1;
            part[1] = 0;
            part[2] = 3;
            part[3] = (byte) of;
            part[4] = (byte) pieces.size();
            part[5] = (byte) (parts.size() + 1);
            System.arraycopy(text, 0, part, HEAD, text.length);
            parts.add(part);
        }
        return parts;
    }

    /// What was received.
    ///
    /// @param coding as SMPP's data_coding: 8 for UCS-2, 3 for Latin 1, else letters of ASCII
    /// @param headed whether the bytes begin with a head
    public static Piece read(byte[] bytes, int coding, boolean headed) {
        int of = 0;
        int part = 1;
        int parts = 1;
        int from = 0;
        if (headed && bytes.length > 0) {
            from = Math.min(bytes.length, 1 + (bytes[0] & 0xff));
            for (int at = 1; at + 1 < from; at += 2 + (bytes[at + 1] & 0xff)) {
                int length = bytes[at + 1] & 0xff;
                if (bytes[at] == 0 && length == 3 && at + 4 < from) {
                    of = bytes[at + 2] & 0xff;
                    parts = bytes[at + 3] & 0xff;
                    part = bytes[at + 4] & 0xff;
                } else if (bytes[at] == 8 && length == 4 && at + 5 < from) {
                    of = (bytes[at + 2] & 0xff) << 8 | bytes[at + 3] & 0xff;
                    parts = bytes[at + 4] & 0xff;
                    part = bytes[at + 5] & 0xff;
                }
            }
        }
        Charset letters = coding == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        return new Piece(of, part, parts, new String(bytes, from, bytes.length - from, letters));
    }

    private SmsText() {}
}
