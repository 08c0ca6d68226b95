package io.github.frameiokit.published;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The POMs have what Maven Central asks for, and no module is published by accident. */
class PomsIT {

    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Set<String> PUBLISHED = new TreeSet<>(Set.of(
            "frameio-kit-parent",
            "frameio-kit-api",
            "frameio-kit",
            "frameio-kit-testkit",
            "frameio-kit-bom",
            "frameio-kit-archetype"));

    private static final TreeMap<String, Document> POMS = new TreeMap<>();

    @BeforeAll
    static void readPoms() throws Exception {
        List<Path> folders = new ArrayList<>(List.of(ROOT));
        for (Path parent : List.of(ROOT, ROOT.resolve("src-it"))) {
            try (Stream<Path> children = Files.list(parent)) {
                children.forEach(folders::add);
            }
        }
        for (Path folder : folders) {
            if (Files.exists(folder.resolve("pom.xml"))) {
                Document pom = parse(folder.resolve("pom.xml").toFile());
                POMS.put(value(pom, "/project/artifactId"), pom);
            }
        }
    }

    @Test
    void onlyWhatAppsUseIsPublished() throws XPathExpressionException {
        Set<String> published = new TreeSet<>();
        for (String artifact : POMS.keySet()) {
            String skip = "";
            for (String at = artifact; skip.isEmpty(); at = value(POMS.get(at), "/project/parent/artifactId")) {
                skip = value(POMS.get(at), "/project/properties/maven.deploy.skip");
            }
            if (skip.equals("false")) {
                published.add(artifact);
            }
        }

        assertEquals(PUBLISHED, published);
    }

    @Test
    void aPublishedPomHasANameAndADescriptionOfItsOwn() {
        assertAll(PUBLISHED.stream()
                .flatMap(artifact -> Stream.of("name", "description")
                        .map(element -> () -> assertFalse(
                                value(POMS.get(artifact), "/project/" + element).isEmpty(),
                                artifact + ": " + element))));
    }

    @Test
    void aPublishedPomInheritsAddressesLicenceAndDevelopers() {
        Document parent = POMS.get("frameio-kit-parent");
        assertAll(Stream.of("url", "licenses/license/name", "developers/developer/name", "scm/url", "scm/connection")
                .map(element ->
                        () -> assertFalse(value(parent, "/project/" + element).isEmpty(), element)));
        assertAll(PUBLISHED.stream()
                .filter(artifact -> !artifact.equals("frameio-kit-parent"))
                .map(artifact -> () -> assertEquals(
                        "frameio-kit-parent", value(POMS.get(artifact), "/project/parent/artifactId"), artifact)));
    }

    @Test
    void theBomManagesTheKitAndNothingThatTheAppChoosesItself() throws Exception {
        Document bom =
                parse(ROOT.resolve("src-it/bom/target/frameio-kit-bom.pom").toFile());
        NodeList managed = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate("/project/dependencyManagement//artifactId", bom, XPathConstants.NODESET);
        Set<String> artifacts = new TreeSet<>();
        for (int i = 0; i < managed.getLength(); i++) {
            artifacts.add(managed.item(i).getTextContent());
        }

        assertEquals(new TreeSet<>(Set.of("frameio-kit-api", "frameio-kit", "frameio-kit-testkit")), artifacts);
        assertEquals("", value(bom, "/project/parent"));
    }

    private static Document parse(File pom) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom);
    }

    private static String value(Document pom, String path) throws XPathExpressionException {
        return XPathFactory.newInstance().newXPath().evaluate(path, pom).strip();
    }
}
