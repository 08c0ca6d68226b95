package io.github.frameiokit.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operations of Frame.io's API, from {@code operations.txt}. */
final class Catalogue {

    private static final Pattern HEAD =
            Pattern.compile("(\\S+) ([A-Z]+) (\\S+) (\\d+)/(\\d+)s(?: api-version=(\\S+))?");

    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Schema> types = new HashMap<>();

    Catalogue() {
        String[] parts = read().split("\n\n");
        for (String part : parts) {
            for (String block : part.split("\n(?! )")) {
                if (HEAD.matcher(block.lines().findFirst().orElse("")).matches()) {
                    operations.add(operation(block.lines().toList()));
                } else if (block.contains(" = ")) {
                    String[] type = block.split(" = ", 2);
                    types.put(type[0], SchemaParser.parse(type[1].strip(), types));
                }
            }
        }
    }

    List<Operation> operations() {
        return operations;
    }

    /** A fixed path is preferred to one with parameters, so that {@code files/copy} isn't taken for a file. */
    Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(operation -> operation.matches(method, path))
                .min((one, other) -> Integer.compare(parameters(one.template()), parameters(other.template())));
    }

    private static int parameters(String template) {
        return (int) template.chars().filter(character -> character == '{').count();
    }

    private Operation operation(List<String> lines) {
        Matcher head = HEAD.matcher(lines.get(0));
        if (!head.matches()) {
            throw new IllegalStateException(lines.get(0));
        }
        Map<String, Schema> query = Map.of();
        Optional<Schema> body = Optional.empty();
        boolean bodyRequired = false;
        int status = 0;
        Optional<Schema> answer = Optional.empty();
        for (String line : lines.subList(1, lines.size())) {
            String[] words = line.strip().split(" ", 2);
            switch (words[0]) {
                case "query" -> query = ((Schema.Members) SchemaParser.parse(words[1], types)).members();
                case "body", "body?" -> {
                    body = Optional.of(SchemaParser.parse(words[1], types));
                    bodyRequired = words[0].equals("body");
                }
                case "answer" -> {
                    String[] form = words[1].split(" ", 2);
                    status = Integer.parseInt(form[0]);
                    answer = form.length > 1 ? Optional.of(SchemaParser.parse(form[1], types)) : Optional.empty();
                }
                default -> throw new IllegalStateException(line);
            }
        }
        return new Operation(
                head.group(1),
                head.group(2),
                head.group(3),
                Pattern.compile(head.group(3).replaceAll("\\{\\w+}", "[^/]+")),
                Integer.parseInt(head.group(4)),
                Integer.parseInt(head.group(5)),
                Optional.ofNullable(head.group(6)),
                query,
                body,
                bodyRequired,
                status,
                answer);
    }

    private static String read() {
        try (InputStream in = Catalogue.class.getResourceAsStream("operations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
