package io.github.frameiokit.internal.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KitFieldsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"https://app.example.com/frameio/oauth/login?ticket=t\"", "null", "\"\"", "true", "{}"})
    void submissionOfNothingButKitFieldsIsAFirstCall(String value) {
        assertRemoved(
                "{\"type\":\"a\",\"resources\":[]}",
                "{\"type\":\"a\",\"data\":{\"frameio_kit_sign_in\":" + value + "},\"resources\":[]}");
    }

    @Test
    void otherFieldsOfTheSubmissionStay() {
        assertRemoved(
                "{\"type\":\"a\",\"data\":{\"x\":null,\"sign_in\":\"y\"}}",
                "{\"type\":\"a\",\"data\":{\"x\":null,\"frameio_kit_sign_in\":\"u\",\"sign_in\":\"y\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}",
                "{\"data\":null}",
                "{\"data\":\"frameio_kit_sign_in\"}",
                "{\"data\":[]}",
                "{\"data\":{}}",
                "{\"frameio_kit_sign_in\":\"not in the data\"}"
            })
    void textWithoutKitFieldsIsUnchanged(String text) {
        assertRemoved(text, text);
    }

    private static void assertRemoved(String expected, String text) {
        assertEquals(json(expected), KitFields.removedFrom(json(text)));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
