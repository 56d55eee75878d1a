package kz.shanyraq.cli;

import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// The commands that need the office, which is a module of its own: found when its jars are there.
public interface OfficeCommands {

    /// The commands, made anew for a run of the command line.
    ///
    /// @param console where they speak
    List<Object> commands(Console console);

    /// What the doctor looks at besides the machine.
    ///
    /// @param data the data folder of the office
    /// @param port the port of the office
    List<Finding> findings(java.nio.file.Path data, int port);

    /// Who has the office of this data folder open, as in "process 42".
    ///
    /// @return null if nobody has
    @Nullable
    String openBy(java.nio.file.Path data);

    /// What the doctor saw.
    ///
    /// @param what it looked at
    /// @param well whether it is as it should be
    /// @param seen what it saw
    /// @param otherwise what to do if it is not well
    record Finding(String what, boolean well, String seen, String otherwise) {}

    /// The office, if it is part of this program.
    static List<OfficeCommands> found() {
        return ServiceLoader.load(OfficeCommands.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
