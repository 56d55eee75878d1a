package kz.shanyraq.bench.measure;

/// What one run took.
///
/// @param seconds from its start to its end
/// @param cpu seconds of all cores together
/// @param allocated bytes of Java memory
/// @param peakMb the most memory its process had so far, in MiB
public record Timing(double seconds, double cpu, long allocated, long peakMb) {

    /// As [#parse] reads it.
    @Override
    public String toString() {
        return seconds + " " + cpu + " " + allocated + " " + peakMb;
    }

    /// Reads a line of a [Worker].
    public static Timing parse(String line) {
        String[] cells = line.split(" ", -1);
        return new Timing(
                Double.parseDouble(cells[0]),
                Double.parseDouble(cells[1]),
                Long.parseLong(cells[2]),
                Long.parseLong(cells[3]));
    }
}
