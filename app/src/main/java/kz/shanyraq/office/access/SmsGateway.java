package kz.shanyraq.office.access;

import java.io.IOException;
import java.util.List;

/// The port to whoever carries SMS. One adapter speaks SMPP; another protocol is another adapter.
interface SmsGateway extends AutoCloseable {

    /// Connects, unless it is connected.
    ///
    /// @throws IOException if the gateway is not to be reached
    void connect() throws IOException;

    /// The text in the parts in which it is handed over, each as it is sent.
    List<byte[]> parts(String words, long message);

    /// Hands one part over.
    ///
    /// @return what the gateway calls it
    /// @throws IOException if the gateway is not to be reached, or does not answer: it may have taken
    ///     the part
    /// @throws Refused if the gateway will not take it
    String submit(String phone, byte[] part, boolean ofMany) throws IOException, Refused;

    @Override
    void close();

    /// What the office does when the gateway tells something. What it cannot keep now the gateway tells
    /// again.
    interface Hearing {

        /// What became of a part.
        ///
        /// @param reason why it was not delivered; empty if it was
        /// @return whether the part is known
        boolean told(String ref, String reason);

        /// Somebody answered.
        ///
        /// @param ref what tells this answer from others
        void replied(String ref, String phone, String words);
    }

    /// The gateway will not take a part.
    final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final String reason;
        private final boolean forGood;

        Refused(String reason, boolean forGood, String said) {
            super(said);
            this.reason = reason;
            this.forGood = forGood;
        }

        /// Why, in a word.
        String reason() {
            return reason;
        }

        /// Whether it will not be otherwise later.
        boolean forGood() {
            return forGood;
        }
    }
}
