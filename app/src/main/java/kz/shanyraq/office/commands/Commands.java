package kz.shanyraq.office.commands;

import java.nio.file.Path;
import java.util.List;
import kz.shanyraq.cli.Console;
import kz.shanyraq.cli.OfficeCommands;
import kz.shanyraq.office.database.DataFolder;
import org.jspecify.annotations.Nullable;

/// The office's part of the command line.
public final class Commands implements OfficeCommands {

    @Override
    public List<Object> commands(Console console) {
        return List.of(
                new UpCommand(console),
                new LoadCommand(console),
                new SweepCommand(console),
                new PaymentsCommand(console),
                new BankCommand(console),
                new SmsGatewayCommand(console),
                new BackupCommand(console),
                new RestoreCommand(console),
                new VerifyLogCommand(console));
    }

    @Override
    public @Nullable String openBy(Path data) {
        return DataFolder.existing(data).openBy();
    }

    @Override
    public List<Finding> findings(Path data, int port) {
        OfficeCommand.quieten();
        return new Examination(DataFolder.existing(data)).findings(port);
    }
}
