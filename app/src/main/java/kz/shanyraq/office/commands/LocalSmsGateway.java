package kz.shanyraq.office.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.shanyraq.office.access.SmsText;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/// A gateway for demonstrations and tests, which speaks SMPP 3.4 as those of operators do, for this
/// machine alone. What is sent to a telephone lies in a file; receipts go back, and what telephones
/// answer. What it has taken it keeps in its folder, also when it is killed.
public final class LocalSmsGateway implements AutoCloseable {

    private static final long TICK = 100;
    private static final long AGAIN_AFTER = 1_000;
    private static final int BIND_WITHIN = 5_000;
    private static final int ANSWER_WITHIN = 5_000;
    private static final String SERVICE = "1414";
    private static final int KIND_OF_LETTERS = 0x0c;

    /// As a receipt writes a moment (SMPP 3.4, appendix B).
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyMMddHHmm");

    /// What the gateway still has to do.
    ///
    /// @param service the number of the office
    /// @param words what the telephone gets at that time; null if it gets nothing, or was the one who
    ///     wrote
    /// @param told what the office is told then; null for nothing
    private record Errand(
            String id,
            String phone,
            String service,
            long due,
            @Nullable String words,
            @Nullable Telling told) {

        /// What the office is told.
        ///
        /// @param delivered for a receipt: whether the telephone has it
        /// @param answer the words of an answer; null for a receipt
        private record Telling(boolean delivered, @Nullable String answer) {}

        String line() {
            return Stream.of(
                            id,
                            phone,
                            service,
                            Long.toString(due),
                            words == null ? "-" : "w" + Phones.escaped(words),
                            told == null ? "-" : Boolean.toString(told.delivered),
                            told == null || told.answer == null ? "-" : "w" + Phones.escaped(told.answer))
                    .collect(Collectors.joining("\t"));
        }

        static Errand of(String line) {
            String[] parts = line.strip().split("\t", 7);
            return new Errand(
                    parts[0],
                    parts[1],
                    parts[2],
                    Long.parseLong(parts[3]),
                    words(parts[4]),
                    parts[5].equals("-") ? null : new Telling(Boolean.parseBoolean(parts[5]), words(parts[6])));
        }

        private static @Nullable String words(String part) {
            return part.equals("-") ? null : Phones.unescaped(part.substring(1));
        }

        Errand without() {
            return new Errand(id, phone, service, due, null, told);
        }

        Errand later(long when) {
            return new Errand(id, phone, service, when, words, told);
        }
    }

    private final Phones phones;
    private final Path errands;
    private final String systemId;
    private final String password;
    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final List<SMPPServerSession> sessions = new CopyOnWriteArrayList<>();
    private final Map<String, Errand> open = new TreeMap<>();
    private final Map<String, Map<Integer, String>> pieces = new HashMap<>();
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis() * 1000);
    private final ExecutorService binding = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("gateway-bind-", 0).daemon(true).factory());
    private volatile boolean closed;

    /// Opens a gateway.
    ///
    /// @param port on this machine; 0 for any that is free
    /// @param folder what it keeps; made if it is not there
    /// @param systemId as whom the office must come
    /// @param password with what
    public LocalSmsGateway(int port, Path folder, String systemId, String password) throws IOException {
        this(port, new Phones(folder), folder, systemId, password);
    }

    LocalSmsGateway(int port, Phones phones, Path folder, String systemId, String password) throws IOException {
        this.phones = phones;
        this.errands = Files.createDirectories(folder.resolve("errands"));
        this.systemId = systemId;
        this.password = password;
        this.socket = new ServerSocket(port, 50, InetAddress.ofLiteral("127.0.0.1"));
        this.listener = new SMPPServerSessionListener(port, new OnThisMachine(socket));
        try (Stream<Path> kept = Files.list(errands)) {
            for (Path file :
                    kept.filter(each -> each.toString().endsWith(".tsv")).toList()) {
                Errand errand = Errand.of(Files.readString(file));
                open.put(errand.id(), errand);
            }
        }
        Thread.ofPlatform().name("gateway").daemon(true).start(this::accept);
        Thread.ofPlatform().name("gateway-errands").daemon(true).start(this::run);
    }

    /// The port at which it listens.
    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!closed) {
            try {
                SMPPServerSession session = listener.accept();
                session.setTransactionTimer(ANSWER_WITHIN);
                session.setMessageReceiverListener(new Ear());
                binding.execute(() -> bind(session));
            } catch (IOException broken) {
                if (!closed) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
    }

    private void bind(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(BIND_WITHIN);
            if (!systemId.equals(request.getSystemId())) {
                request.reject(SMPPConstant.STAT_ESME_RINVSYSID);
            } else if (!password.equals(request.getPassword())) {
                request.reject(SMPPConstant.STAT_ESME_RINVPASWD);
            } else {
                request.accept("shanyraq-local", InterfaceVersion.IF_34);
                sessions.add(session);
            }
        } catch (IOException | TimeoutException | PDUStringException gone) {
            session.close();
        }
    }

    /// Takes a part of a message.
    private String take(SubmitSm part) throws IOException, ProcessRequestException {
        String phone = "+" + part.getDestAddress();
        Phones.Rule rule = phones.rule(phone);
        if (rule.treatment() == Phones.Treatment.REJECT) {
            throw new ProcessRequestException("no such number", SMPPConstant.STAT_ESME_RINVDSTADR);
        }
        if (rule.treatment() == Phones.Treatment.BUSY) {
            throw new ProcessRequestException("not now", SMPPConstant.STAT_ESME_RTHROTTLED);
        }
        String id = Long.toString(number.incrementAndGet(), 36);
        if (rule.treatment() == Phones.Treatment.LOSE) {
            return id;
        }
        SmsText.Piece piece =
                SmsText.read(part.getShortMessage(), part.getDataCoding() & KIND_OF_LETTERS, part.isUdhi());
        boolean delivered = rule.treatment() != Phones.Treatment.FAIL;
        boolean wanted = part.getRegisteredDelivery() != 0;
        long due =
                System.currentTimeMillis() + (rule.treatment() == Phones.Treatment.DELAY ? rule.seconds() * 1000L : 0);
        synchronized (open) {
            String whole = whole(phone + " " + part.getSourceAddr(), piece);
            keep(new Errand(
                    id,
                    phone,
                    part.getSourceAddr(),
                    due,
                    delivered ? whole : null,
                    wanted ? new Errand.Telling(delivered, null) : null));
        }
        return id;
    }

    /// The whole text, when this was its last missing part.
    private @Nullable String whole(String between, SmsText.Piece piece) {
        if (piece.parts() <= 1) {
            return piece.words();
        }
        String key = between + " " + piece.of();
        Map<Integer, String> known = pieces.computeIfAbsent(key, any -> new TreeMap<>());
        known.put(piece.part(), piece.words());
        if (known.size() < piece.parts()) {
            return null;
        }
        pieces.remove(key);
        return String.join("", known.values());
    }

    private void keep(Errand errand) throws IOException {
        Phones.write(errands.resolve(errand.id() + ".tsv"), errand.line());
        open.put(errand.id(), errand);
    }

    private void done(Errand errand) throws IOException {
        open.remove(errand.id());
        Files.deleteIfExists(errands.resolve(errand.id() + ".tsv"));
    }

    private void run() {
        while (!closed) {
            try {
                answers();
                for (Errand errand : due()) {
                    run(errand);
                }
                Thread.sleep(TICK);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private List<Errand> due() {
        long now = System.currentTimeMillis();
        synchronized (open) {
            return open.values().stream().filter(errand -> errand.due() <= now).toList();
        }
    }

    private void run(Errand errand) throws IOException {
        Errand left = errand;
        String words = errand.words();
        if (words != null) {
            phones.append(errand.phone(), new Phones.Entry(Instant.now(), true, errand.service(), errand.id(), words));
            left = errand.without();
        }
        boolean told = left.told() == null || tell(left, left.told());
        synchronized (open) {
            if (told) {
                done(left);
            } else {
                keep(left.later(System.currentTimeMillis() + AGAIN_AFTER));
            }
        }
    }

    private void answers() throws IOException {
        Phones.Fresh fresh = phones.answers();
        if (fresh.answers().isEmpty()) {
            return;
        }
        for (Phones.Answer answer : fresh.answers()) {
            String id = Long.toString(number.incrementAndGet(), 36);
            String service = phones.of(answer.phone()).stream()
                    .filter(Phones.Entry::received)
                    .reduce((first, second) -> second)
                    .map(Phones.Entry::other)
                    .orElse(SERVICE);
            phones.append(answer.phone(), new Phones.Entry(Instant.now(), false, service, id, answer.words()));
            synchronized (open) {
                keep(new Errand(id, answer.phone(), service, 0, null, new Errand.Telling(true, answer.words())));
            }
        }
        phones.taken(fresh);
    }

    /// Tells the office.
    ///
    /// @return whether it heard
    private boolean tell(Errand errand, Errand.Telling telling) {
        for (SMPPServerSession session : List.copyOf(sessions)) {
            if (!session.getSessionState().isReceivable()) {
                sessions.remove(session);
                continue;
            }
            try {
                String answer = telling.answer();
                session.deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        errand.phone().replace("+", ""),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        errand.service(),
                        new ESMClass(
                                MessageMode.DEFAULT,
                                answer == null ? MessageType.SMSC_DEL_RECEIPT : MessageType.DEFAULT,
                                GSMSpecificFeature.DEFAULT),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new GeneralDataCoding(answer == null ? Alphabet.ALPHA_DEFAULT : Alphabet.ALPHA_UCS2),
                        answer == null ? receipt(errand.id(), telling.delivered()) : bytes(answer),
                        new OptionalParameter.Receipted_message_id(errand.id()));
                return true;
            } catch (NegativeResponseException later) {
                return false;
            } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException broken) {
                session.close();
                sessions.remove(session);
            }
        }
        return false;
    }

    private static byte[] receipt(String id, boolean delivered) {
        String now = MOMENT.format(LocalDateTime.now(ZoneOffset.UTC));
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        id,
                        delivered ? "001" : "000",
                        now,
                        now,
                        delivered ? "DELIVRD" : "UNDELIV",
                        delivered ? "000" : "001")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /// As much of an answer as one message holds.
    private static byte[] bytes(String answer) {
        return SmsText.parts(answer.length() > 70 ? answer.substring(0, 70) : answer, 0)
                .getFirst();
    }

    @Override
    public void close() throws IOException {
        closed = true;
        for (SMPPServerSession session : new ArrayList<>(sessions)) {
            session.close();
        }
        listener.close();
        socket.close();
        binding.shutdownNow();
    }

    private final class Ear implements ServerMessageReceiverListener {

        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm part, SMPPServerSession from) throws ProcessRequestException {
            try {
                return new SubmitSmResult(new MessageId(take(part)), new OptionalParameter[0]);
            } catch (IOException | PDUStringException broken) {
                throw new ProcessRequestException(
                        String.valueOf(broken.getMessage()), SMPPConstant.STAT_ESME_RSYSERR, broken);
            }
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti many, SMPPServerSession from)
                throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession from) throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession from) throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession from) throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession from)
                throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession from)
                throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession from)
                throws ProcessRequestException {
            throw notSpoken();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session from) throws ProcessRequestException {
            throw notSpoken();
        }

        private static ProcessRequestException notSpoken() {
            return new ProcessRequestException("not spoken here", SMPPConstant.STAT_ESME_RINVCMDID);
        }
    }

    /// A socket that this gateway opened itself, so that it hears this machine only and knows its port.
    private record OnThisMachine(ServerSocket socket) implements ServerConnectionFactory {

        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return new ServerSocketConnection(socket);
        }
    }
}
