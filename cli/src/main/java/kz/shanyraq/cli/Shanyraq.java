package kz.shanyraq.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.shanyraq.nation.files.Unreadable;
import kz.shanyraq.policy.NotInForce;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// `shanyraq`: the law, read for every family.
@Command(
        name = "shanyraq",
        version = "shanyraq " + Shanyraq.VERSION,
        mixinStandardHelpOptions = true,
        description = "The law of social protection, read for every family.",
        footer = {
            "",
            "Exit codes: 0 done; 1 done, with rows rejected or checks failed; 2 the words of the call are wrong; "
                    + "3 an input cannot be read; 4 the office cannot be reached; 70 a fault of ours.",
            "",
            "Example: shanyraq nation --persons 20000 --seed 1 --out village"
        },
        subcommands = {
            NationCommand.class,
            ImportCommand.class,
            AssessCommand.class,
            ExplainCommand.class,
            LawCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            DoctorCommand.class,
            GenerateCompletion.class,
            LaterCommands.Simulate.class
        })
public final class Shanyraq {

    static final String VERSION = "0.1.0";

    private static final Pattern CHOICE =
            Pattern.compile("(.*): expected one of \\[(.*)] \\(case-insensitive\\) but was '(.*)'", Pattern.DOTALL);

    /// Runs a command and ends the process with its exit code.
    public static void main(String[] args) {
        System.exit(run(args, Console.ofProcess()));
    }

    /// Runs a command.
    ///
    /// @return its exit code
    static int run(String[] args, Console console) {
        var factory = new Factory(console);
        var commands = new CommandLine(new Shanyraq(), factory);
        addOffice(commands, factory, console);
        commands.setOut(console.out());
        commands.setErr(console.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((wrong, words) -> usage(wrong));
        commands.setExecutionExceptionHandler((failed, command, result) -> failed(failed, command, args));
        int code;
        try {
            code = args.length == 0 ? commands.execute("--help") : commands.execute(args);
        } catch (OutOfMemoryError tooLittle) {
            console.err()
                    .println("The memory of %d MB is not enough."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20));
            console.err().println("Maybe give more: SHANYRAQ_JAVA_OPTS=-Xmx12g, or use fewer --threads.");
            code = Exit.FAULT;
        }
        console.out().flush();
        console.err().flush();
        return code;
    }

    /// The commands of the office, first as they are in the contract; without the office, words in their place.
    private static void addOffice(CommandLine commands, Factory factory, Console console) {
        for (OfficeCommands office : OfficeCommands.found()) {
            for (Object command : office.commands(console)) {
                commands.addSubcommand(new CommandLine(command, factory));
            }
        }
        for (String name : LaterCommands.OF_THE_OFFICE) {
            if (!commands.getSubcommands().containsKey(name)) {
                commands.addSubcommand(name, new CommandLine(LaterCommands.OfOffice.class, factory));
            }
        }
    }

    private static int usage(ParameterException wrong) {
        PrintWriter err = wrong.getCommandLine().getErr();
        String help = "Maybe see: shanyraq %s--help".formatted(name(wrong.getCommandLine()));
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            List<String> likely = unmatched.getSuggestions();
            boolean command = wrong.getCommandLine().getParent() == null;
            err.printf(
                    "%s '%s'.%n",
                    unmatched.isUnknownOption()
                            ? "There is no option"
                            : command ? "There is no command" : "There is one word too many:",
                    word);
            err.println(likely.isEmpty() ? help : "Maybe %s.".formatted(String.join(" or ", likely)));
        } else {
            err.println(inOurWords(String.valueOf(wrong.getMessage())));
            err.println(help);
        }
        return Exit.USAGE;
    }

    /// What picocli says of a value that it cannot convert, without names of Java.
    private static String inOurWords(String message) {
        Matcher choice = CHOICE.matcher(message);
        return choice.matches()
                ? "%s: '%s' is not one of %s"
                        .formatted(
                                choice.group(1),
                                choice.group(3),
                                choice.group(2).toLowerCase(Locale.ROOT))
                : message.replaceFirst("is not an? (int|long|short)$", "is not a whole number");
    }

    private static String name(CommandLine command) {
        return command.getCommandName().equals("shanyraq") ? "" : command.getCommandName() + " ";
    }

    private static int failed(Exception failed, CommandLine command, String[] args) {
        PrintWriter err = command.getErr();
        boolean known = failed instanceof Usage
                || failed instanceof NotInForce
                || failed instanceof Unreadable
                || failed instanceof UncheckedIOException;
        err.println(known ? sentence(String.valueOf(failed.getMessage())) : "A fault of ours: %s".formatted(failed));
        if (failed instanceof UncheckedIOException broken && broken.getCause() != null) {
            err.println("Maybe the disk is full, or the path cannot be written: %s."
                    .formatted(Options.reason(broken.getCause())));
        }
        if (!known) {
            err.println(report(failed, args));
        }
        return switch (failed) {
            case Usage wrong -> Exit.USAGE;
            case NotInForce unknown -> Exit.USAGE;
            case Unreadable input -> Exit.UNREADABLE;
            case UncheckedIOException broken -> Exit.UNREADABLE;
            default -> Exit.FAULT;
        };
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// Writes what a developer needs to a file, without any data of families.
    private static String report(Exception failed, String[] args) {
        var trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        String text = "shanyraq %s, Java %s, %s%ncommand: %s%n%n%s"
                .formatted(VERSION, Runtime.version(), Instant.now(), args.length == 0 ? "" : args[0], trace);
        try {
            Path file = Files.createTempFile("shanyraq-fault-", ".txt");
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return "The report is in %s; please send it to us.".formatted(file);
        } catch (IOException broken) {
            return text;
        }
    }

    /// Makes the commands, with the console as their only argument.
    private record Factory(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
                    return type.cast(constructor.newInstance(console));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
