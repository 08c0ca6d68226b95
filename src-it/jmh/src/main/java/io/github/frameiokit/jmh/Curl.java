package io.github.frameiokit.jmh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code curl}, in a shell that says how much processor time it took. */
final class Curl {

    private static final Pattern TIME = Pattern.compile("(\\d+)m([\\d.]+)s");

    private Curl() {}

    /** Runs curl with these arguments. */
    static Usage run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 4];
        command[0] = "bash";
        command[1] = "-c";
        command[2] = "curl --silent --show-error --fail \"$@\" && times";
        command[3] = "curl";
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("This failed: " + Arrays.toString(command));
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Usage(seconds, children(times), 0);
    }

    /** The second line of {@code times} has the user's and the system's time of the shell's children. */
    private static double children(String times) {
        double seconds = 0;
        Matcher time = TIME.matcher(times.strip().lines().reduce("", (before, line) -> line));
        while (time.find()) {
            seconds += 60 * Integer.parseInt(time.group(1)) + Double.parseDouble(time.group(2));
        }
        return seconds;
    }
}
