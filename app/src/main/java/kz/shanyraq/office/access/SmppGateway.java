package kz.shanyraq.office.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.DeliveryReceiptState;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// SMS through a gateway that speaks SMPP 3.4, the protocol of the operators: one connection on which
/// messages go out and receipts and answers come in.
final class SmppGateway implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(SmppGateway.class);

    private static final int ANSWER_WITHIN = 10_000;
    private static final int SILENCE = 30_000;
    private static final int LONGEST_NUMBER_OF_SERVICE = 6;

    /// An answer that is brought again within these minutes, with the same words from the same
    /// telephone, is the same.
    private static final long SAME_WITHIN = Duration.ofMinutes(10).toMillis();

    private static final Set<Integer> NO_SUCH_NUMBER = Set.of(
            SMPPConstant.STAT_ESME_RINVDSTADR, SMPPConstant.STAT_ESME_RINVDSTTON, SMPPConstant.STAT_ESME_RINVDSTNPI);
    private static final Set<Integer> NOT_NOW = Set.of(
            SMPPConstant.STAT_ESME_RTHROTTLED,
            SMPPConstant.STAT_ESME_RMSGQFUL,
            SMPPConstant.STAT_ESME_RSYSERR,
            SMPPConstant.STAT_ESME_RSUBMITFAIL);

    private final SmsLine.Settings settings;
    private final Hearing hearing;
    private @Nullable SMPPSession session;

    SmppGateway(SmsLine.Settings settings, Hearing hearing) {
        this.settings = settings;
        this.hearing = hearing;
    }

    @Override
    public synchronized void connect() throws IOException {
        if (session != null && session.getSessionState().isBound()) {
            return;
        }
        close();
        var fresh = new SMPPSession();
        fresh.setEnquireLinkTimer(SILENCE);
        fresh.setTransactionTimer(ANSWER_WITHIN);
        fresh.setMessageReceiverListener(new Ear());
        fresh.connectAndBind(
                settings.host(),
                settings.port(),
                new BindParameter(
                        BindType.BIND_TRX,
                        settings.systemId(),
                        settings.password(),
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null),
                ANSWER_WITHIN);
        session = fresh;
    }

    @Override
    public List<byte[]> parts(String words, long message) {
        return SmsText.parts(words, message);
    }

    @Override
    public String submit(String phone, byte[] part, boolean ofMany) throws IOException, Refused {
        SMPPSession open;
        synchronized (this) {
            open = session;
        }
        if (open == null) {
            throw new IOException("There is no connection to the gateway.");
        }
        boolean letters = !settings.source().matches("[0-9+]+");
        boolean service = settings.source().length() <= LONGEST_NUMBER_OF_SERVICE;
        try {
            return open.submitShortMessage(
                            "",
                            letters
                                    ? TypeOfNumber.ALPHANUMERIC
                                    : service ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.INTERNATIONAL,
                            letters || service ? NumberingPlanIndicator.UNKNOWN : NumberingPlanIndicator.ISDN,
                            settings.source().replace("+", ""),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            phone.replace("+", ""),
                            new ESMClass(
                                    MessageMode.DEFAULT,
                                    MessageType.DEFAULT,
                                    ofMany ? GSMSpecificFeature.UDHI : GSMSpecificFeature.DEFAULT),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                            (byte) 0,
                            part)
                    .getMessageId();
        } catch (NegativeResponseException refused) {
            int status = refused.getCommandStatus();
            throw new Refused(
                    NO_SUCH_NUMBER.contains(status) ? "no_such_number" : "rejected",
                    !NOT_NOW.contains(status),
                    "The gateway answers with the status %08x".formatted(status));
        } catch (PDUException wrong) {
            throw new Refused("rejected", true, String.valueOf(wrong.getMessage()));
        } catch (ResponseTimeoutException | InvalidResponseException broken) {
            close();
            throw new IOException(broken);
        } catch (IllegalStateException unbound) {
            close();
            throw new IOException(unbound);
        }
    }

    @Override
    public synchronized void close() {
        SMPPSession open = session;
        session = null;
        if (open != null) {
            open.unbindAndClose();
        }
    }

    /// What tells an answer from others: the gateway's own name for it, where it gives one.
    static String refOf(@Nullable String named, String phone, String words, long now) {
        if (named != null && !named.isBlank()) {
            return "id:" + named;
        }
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256")
                    .digest("%s|%d|%s"
                            .formatted(phone, now / SAME_WITHIN, words)
                            .getBytes(StandardCharsets.UTF_8));
            return "sum:" + HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private final class Ear implements MessageReceiverListener {

        @Override
        public void onAcceptDeliverSm(DeliverSm heard) throws ProcessRequestException {
            try {
                if (heard.isSmscDeliveryReceipt()) {
                    receipt(heard);
                } else {
                    answer(heard);
                }
            } catch (RuntimeException broken) {
                LOG.warn(
                        "What the gateway told cannot be kept now: {}",
                        broken.getClass().getSimpleName());
                throw new ProcessRequestException("later", SMPPConstant.STAT_ESME_RX_T_APPN);
            }
        }

        private void receipt(DeliverSm heard) throws ProcessRequestException {
            String ref;
            String reason;
            try {
                DeliveryReceipt receipt = heard.getShortMessageAsDeliveryReceipt();
                String named = named(heard);
                ref = named == null ? receipt.getId() : named;
                DeliveryReceiptState state = receipt.getFinalStatus();
                if (state == null || state == DeliveryReceiptState.ACCEPTD || state == DeliveryReceiptState.ENROUTE) {
                    return;
                }
                reason = state == DeliveryReceiptState.DELIVRD
                        ? ""
                        : state == DeliveryReceiptState.EXPIRED ? "expired" : "not_delivered";
            } catch (InvalidDeliveryReceiptException odd) {
                LOG.warn("The gateway sent a receipt that cannot be read");
                return;
            }
            if (!hearing.told(ref, reason)) {
                // It may be faster than the answer to what it tells of.
                throw new ProcessRequestException("not known yet", SMPPConstant.STAT_ESME_RX_T_APPN);
            }
        }

        private void answer(DeliverSm heard) {
            byte[] bytes = heard.getShortMessage();
            OptionalParameter.Message_payload payload =
                    heard.getOptionalParameter(OptionalParameter.Message_payload.class);
            if ((bytes == null || bytes.length == 0) && payload != null) {
                bytes = payload.getValue();
            }
            SmsText.Piece piece =
                    SmsText.read(bytes == null ? new byte[0] : bytes, heard.getDataCoding() & 0x0c, heard.isUdhi());
            String phone = "+" + String.valueOf(heard.getSourceAddr()).replaceAll("[^0-9]", "");
            hearing.replied(
                    refOf(named(heard), phone, piece.words(), System.currentTimeMillis()), phone, piece.words());
        }

        private static @Nullable String named(DeliverSm heard) {
            OptionalParameter.Receipted_message_id named =
                    heard.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
            return named == null ? null : named.getValueAsString();
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification heard) {
            // Tells that a telephone is on again: nothing is asked to be told so.
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm heard, Session source) throws ProcessRequestException {
            throw new ProcessRequestException("data_sm is not used", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }
}
