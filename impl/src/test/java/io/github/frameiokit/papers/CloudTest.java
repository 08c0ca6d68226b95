package io.github.frameiokit.papers;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.frameiokit.internal.Setting;
import io.github.frameiokit.internal.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What the sample's files for the cloud name exists, and fits together. Nothing here runs a container. */
class CloudTest {

    private static final String CLOUD = "liberty-sample/cloud/";
    private static final String BUILD = Papers.read("liberty-sample/pom.xml");
    private static final String MANIFEST = Papers.read(CLOUD + "kubernetes.yaml");

    private static final Pattern VARIABLE = Pattern.compile("\\bFRAMEIO_[A-Z_]+");
    private static final Pattern DATABASE = Pattern.compile("\\bDB_[A-Z]+\\b");
    private static final Pattern COPY = Pattern.compile("(?m)^COPY ((?!--from).*) \\S+$");

    private static final Map<String, Setting<?>> SETTINGS =
            Settings.ALL.stream().collect(toMap(it -> Setting.environment(it.key()), it -> it));

    @ParameterizedTest
    @ValueSource(strings = {"kubernetes.yaml", "Dockerfile.liberty", "Dockerfile.wildfly"})
    void eachVariableIsASetting(String file) {
        List<String> variables = matches(VARIABLE, Papers.read(CLOUD + file), MatchResult::group);
        assertTrue(variables.size() >= 2, variables.toString());
        assertAll(variables.stream().map(it -> () -> assertTrue(SETTINGS.containsKey(it), file + " has " + it)));
    }

    @Test
    void eachValueIsOfItsSettingsType() {
        Map<String, String> values = data("ConfigMap", "data").entrySet().stream()
                .filter(it -> SETTINGS.containsKey(it.getKey()))
                .collect(toMap(it -> SETTINGS.get(it.getKey()).key(), Map.Entry::getValue));
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "kubernetes.yaml", 100))
                .build();
        assertTrue(values.size() >= 5, values.toString());
        assertAll(Settings.ALL.stream().map(it -> () -> assertTrue(it.isValid(config), it.key())));
    }

    @Test
    void secretsAreInTheSecretAlone() {
        assertAll(data("ConfigMap", "data").keySet().stream()
                .filter(SETTINGS::containsKey)
                .map(it -> () -> assertTrue(!SETTINGS.get(it).isSecret(), it)));
    }

    /** The kit refuses such a secret, so that nobody runs an app with one from a public file. */
    @Test
    void eachSecretIsAPlaceholder() {
        assertAll(data("Secret", "stringData").entrySet().stream()
                .map(it -> () -> assertTrue(it.getValue().startsWith("replace-"), it.getKey())));
    }

    @Test
    void theDatabasesVariablesAreInTheManifest() {
        Set<String> known = Stream.of(data("ConfigMap", "data"), data("Secret", "stringData"))
                .flatMap(it -> it.keySet().stream())
                .collect(toSet());
        assertAll(Stream.of("server.xml", "wildfly.cli").flatMap(file -> {
            List<String> variables = matches(DATABASE, Papers.read(CLOUD + file), MatchResult::group);
            assertTrue(variables.size() >= 5, file);
            return variables.stream().map(it -> () -> assertTrue(known.contains(it), file + " has " + it));
        }));
    }

    @ParameterizedTest
    @CsvSource({
        "Dockerfile.liberty, server.xml, jndiName=\"(.*?)\"",
        "Dockerfile.wildfly, wildfly.cli, --jndi-name=(\\S+)"
    })
    void theDataSourcesOfAnImageAreThoseOfItsServer(String image, String configuration, String name) {
        List<String> settings =
                matches(Pattern.compile("DATA_SOURCE=(\\S+)"), Papers.read(CLOUD + image), it -> it.group(1));
        assertEquals(settings, matches(Pattern.compile(name), Papers.read(CLOUD + configuration), it -> it.group(1)));
        assertEquals(2, settings.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile.liberty", "Dockerfile.wildfly"})
    void whatAnImageCopiesExistsOrIsBuilt(String image) {
        String name = BUILD.replaceAll("(?s).*<finalName>(.*?)</finalName>.*", "$1");
        List<String> files = matches(COPY, Papers.read(CLOUD + image), it -> it.group(1)).stream()
                .flatMap(it -> Stream.of(it.split(" ")))
                .toList();
        assertEquals(4, files.size(), files.toString());
        assertAll(files.stream()
                .map(it -> () -> assertTrue(
                        it.equals("target/" + name + ".war")
                                || it.startsWith("target/cloud/")
                                        && BUILD.contains("<destFileName>" + it.substring("target/cloud/".length())
                                                + "</destFileName>")
                                || Files.exists(
                                        Papers.ROOT.resolve("liberty-sample").resolve(it)),
                        image + " copies " + it)));
    }

    @Test
    void theServersAreThoseThatAreTested() {
        Pattern wildfly = Pattern.compile("<wildfly.version>(.*?)<");
        assertEquals(
                matches(wildfly, Papers.read("src-it/pom.xml"), it -> it.group(1)),
                matches(wildfly, BUILD, it -> it.group(1)));
        assertTrue(BUILD.contains("<version>${openliberty.version}</version>"));
    }

    @ParameterizedTest
    @CsvSource({"startupProbe, /health/started", "readinessProbe, /health/ready", "livenessProbe, /health/live"})
    void theProbesAreMicroProfilesAtThePortOfBothServers(String probe, String path) {
        Map<String, Object> request = map(map(container().get(probe)).get("httpGet"));
        assertEquals(path, request.get("path"));
        Map<Object, Object> ports = list(container().get("ports")).stream()
                .map(CloudTest::map)
                .collect(toMap(it -> it.get("name"), it -> it.get("containerPort")));
        assertEquals(9990, ports.get(request.get("port")));
        assertTrue(Papers.read(CLOUD + "server.xml").contains("<variable name=\"health.port\" defaultValue=\"9990\""));
    }

    @Test
    void aStoppingAppHasTheTimeThatItMayTake() {
        List<Object> pause =
                list(map(map(map(container().get("lifecycle")).get("preStop")).get("exec"))
                        .get("command"));
        assertEquals("sleep", pause.get(0));
        String timeout = data("ConfigMap", "data").get(Setting.environment(Settings.ASYNC_SHUTDOWN_TIMEOUT.key()));
        int needed = Integer.parseInt((String) pause.get(1)) + 2 * Integer.parseInt(timeout) + 10;
        int grace = (Integer) pod().get("terminationGracePeriodSeconds");
        assertTrue(grace >= needed, grace + " s, but it may take " + needed);
    }

    @Test
    void eachAlertNamesASymptomOfTheGuide() {
        String guide = Papers.read("api/README.md");
        String chapter = guide.substring(guide.indexOf("### Troubleshooting\n"));
        Map<String, Object> file = map(new Yaml().load(Papers.read(CLOUD + "alerts.yaml")));
        List<Object> rules = list(file.get("groups")).stream()
                .flatMap(it -> list(map(it).get("rules")).stream())
                .toList();
        assertTrue(rules.size() > 10, rules.size() + " rules");
        assertAll(rules.stream()
                .map(CloudTest::map)
                .map(it -> () -> assertTrue(
                        chapter.contains("\n| " + map(it.get("annotations")).get("troubleshooting") + " |"),
                        it.get("alert") + " names no symptom")));
    }

    @Test
    void theDashboardAsksTheChosenDataSource() {
        try (JsonReader reader = Json.createReader(new StringReader(Papers.read(CLOUD + "dashboard.json")))) {
            JsonObject dashboard = reader.readObject();
            List<JsonObject> panels = dashboard.getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                    .filter(it -> !it.getString("type").equals("row"))
                    .toList();
            assertAll(panels.stream()
                    .map(it -> () -> assertEquals(
                            "${datasource}", it.getJsonObject("datasource").getString("uid"), it.getString("title"))));
            assertEquals(
                    panels.size(),
                    panels.stream().map(it -> it.getInt("id")).distinct().count());
            assertEquals(
                    List.of("datasource", "job"),
                    dashboard
                            .getJsonObject("templating")
                            .getJsonArray("list")
                            .getValuesAs(it -> it.asJsonObject().getString("name")));
        }
    }

    private static List<String> matches(Pattern pattern, String text, Function<MatchResult, String> value) {
        return pattern.matcher(text).results().map(value).distinct().toList();
    }

    private static Map<String, Object> pod() {
        return map(map(map(document("Deployment").get("spec")).get("template")).get("spec"));
    }

    private static Map<String, Object> container() {
        return map(list(pod().get("containers")).get(0));
    }

    private static Map<String, String> data(String kind, String member) {
        Map<String, String> values = new HashMap<>();
        map(document(kind).get(member)).forEach((name, value) -> values.put(name, (String) value));
        return values;
    }

    private static Map<String, Object> document(String kind) {
        return StreamSupport.stream(new Yaml().loadAll(MANIFEST).spliterator(), false)
                .map(CloudTest::map)
                .filter(it -> it.get("kind").equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }
}
