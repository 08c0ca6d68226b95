package io.github.frameiokit.internal.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.frameiokit.FormData;
import io.github.frameiokit.FormDataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Any submitted form: it fits the app's record or bean, or the exception is the documented one. */
public final class FormFuzz {

    private static final List<String> NAMES = List.of(
            "text",
            "count",
            "size",
            "ratio",
            "flag",
            "mark",
            "exact",
            "huge",
            "tags",
            "numbers",
            "several",
            "choice",
            "due",
            "perhaps",
            "optionalInt",
            "optionalLong",
            "optionalDouble",
            "nested",
            "link",
            "id",
            "small",
            "tiny");

    private FormFuzz() {}

    /** A record with a component of each kind that forms can be bound to. */
    private record Everything(
            String text,
            int count,
            long size,
            double ratio,
            boolean flag,
            char mark,
            BigDecimal exact,
            BigInteger huge,
            List<String> tags,
            Set<Integer> numbers,
            String[] several,
            Choice choice,
            LocalDate due,
            Optional<LocalDate> perhaps,
            OptionalInt optionalInt,
            OptionalLong optionalLong,
            OptionalDouble optionalDouble,
            Optional<Nested> nested,
            URI link,
            UUID id,
            short small,
            byte tiny) {}

    private record Nested(String text, Integer count, List<Boolean> flag) {}

    private enum Choice {
        ONE,
        TWO
    }

    /** A bean. */
    public static final class Bean {

        public String text = "";
        public int count;
        public Double ratio;
        public List<Long> numbers = List.of();
        public boolean flag;
        public LocalDate due;
    }

    /** Reads and binds a form. */
    public static void run(Choices choices) {
        FormData form = FormData.of(choices.object(NAMES).asJsonObject());
        for (String name : form.names()) {
            form.text(name);
            form.bool(name);
            form.list(name);
            form.value(name);
        }
        assertFalse(form.toString().chars().anyMatch(Character::isISOControl), "a control character for the log");
        Class<?> type = choices.one(List.of(Everything.class, Nested.class, Bean.class));
        try {
            form.as(type);
        } catch (FormDataException e) {
            // documented
        }
    }
}
