package io.github.frameiokit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * The texts that users see. The kit has them in English; an app's resource bundle {@code frameio-messages} replaces
 * them one by one, in the language of {@link Settings#LOCALE}. Immutable and thread-safe.
 *
 * <p>The files are read here and not by {@link ResourceBundle}. It would fall back to the language of the server, keep
 * the bundles of an app that was undeployed, and not say what is wrong with a file. Values stand in for names in braces
 * and not for the numbers of {@link java.text.MessageFormat}, which drops the apostrophes that French is full of.
 */
public final class Texts {

    private static final String BUNDLE = "frameio-messages";
    private static final ResourceBundle.Control NAMING =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    private final Map<String, String> english;
    private final Map<String, String> texts;
    private final List<String> problems = new ArrayList<>();
    private final Locale language;

    /**
     * The texts in the configured language, with the app's files as the current thread's context sees them.
     *
     * @throws IllegalStateException if the language isn't one
     */
    public static Texts of(Config config) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new Texts(Settings.LOCALE.find(config), context == null ? Texts.class.getClassLoader() : context);
    }

    Texts(Optional<Locale> locale, ClassLoader app) {
        english = own();
        texts = new HashMap<>(english);
        language = locale.orElse(Locale.ENGLISH);
        List<Locale> candidates = new ArrayList<>(NAMING.getCandidateLocales(BUNDLE, locale.orElse(Locale.ROOT)));
        Collections.reverse(candidates); // the most specific file is the last, and wins
        boolean hasFile = false;
        for (Locale candidate : candidates) {
            hasFile |= add(file(candidate), app);
        }
        if (!hasFile && !language.getLanguage().equals("en")) {
            problems.add("The config property " + Settings.LOCALE + " is " + language.toLanguageTag()
                    + ", but the app has no texts in that language; add the file " + file(language)
                    + " to its class path, or remove the property.");
        }
    }

    /**
     * A text.
     *
     * @param values the values for the names in braces: a name, its value, and so on
     * @throws IllegalArgumentException if there is no such text
     */
    public String get(String key, String... values) {
        String text = Optional.ofNullable(texts.get(key))
                .orElseThrow(() -> new IllegalArgumentException("There is no text '" + key + "'."));
        for (int i = 0; i < values.length; i += 2) {
            text = text.replace("{" + values[i] + "}", values[i + 1]);
        }
        return text;
    }

    /** Several texts as one, such as "a, b and c"; there must be one at least. */
    public String list(Collection<String> keys) {
        Iterator<String> rest = keys.iterator();
        String list = get(rest.next());
        while (rest.hasNext()) {
            String item = get(rest.next());
            list = get(rest.hasNext() ? "list.next" : "list.last", "list", list, "item", item);
        }
        return list;
    }

    /** The language of the texts, as HTML has it. */
    public String language() {
        return language.toLanguageTag();
    }

    /** What is wrong with the app's files, each in a sentence with its fix. Such texts stay English. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** The kit's texts. */
    Set<String> keys() {
        return new TreeSet<>(english.keySet());
    }

    private static String file(Locale locale) {
        return NAMING.toBundleName(BUNDLE, locale) + ".properties";
    }

    private static Map<String, String> own() {
        try (InputStream file = Texts.class.getResourceAsStream("messages.properties")) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the app has the file. */
    private boolean add(String file, ClassLoader app) {
        try (InputStream content = app.getResourceAsStream(file)) {
            if (content == null) {
                return false;
            }
            read(content).forEach((key, text) -> add(file, key, text));
        } catch (CharacterCodingException e) {
            problems.add("The file " + file + " isn't in UTF-8; save it in UTF-8.");
        } catch (IllegalArgumentException e) {
            problems.add("The file " + file + " has \\u without four hexadecimal digits; write the character itself.");
        } catch (IOException e) {
            problems.add("The file " + file + " can't be read (" + e + "); replace it.");
        }
        return true;
    }

    private void add(String file, String key, String text) {
        if (!english.containsKey(key)) {
            problems.add("The file " + file + " has " + key + ", which isn't one of the kit's texts; correct the key or"
                    + " remove the line.");
        } else if (text.isBlank()) {
            problems.add("The file " + file + " has no text for " + key + "; add one or remove the line.");
        } else {
            Set<String> known = values(english.get(key));
            Set<String> unknown = values(text);
            unknown.removeAll(known);
            if (!unknown.isEmpty()
                    || BRACE.matcher(VALUE.matcher(text).replaceAll("")).find()) {
                problems.add("The file " + file + " has " + (unknown.isEmpty() ? "a single brace" : inBraces(unknown))
                        + " in " + key + ", where "
                        + (known.isEmpty()
                                ? "no value can be; remove the braces."
                                : "only " + inBraces(known) + " can be; correct it."));
            } else {
                texts.put(key, text.strip());
            }
        }
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String inBraces(Set<String> values) {
        return values.stream().map(value -> "{" + value + "}").collect(Collectors.joining(" and "));
    }

    private static Map<String, String> read(InputStream file) throws IOException {
        Properties properties = new Properties();
        // a decoder and no charset: what isn't UTF-8 is then an exception and no question mark
        properties.load(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        return properties.stringPropertyNames().stream()
                .sorted()
                .collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
