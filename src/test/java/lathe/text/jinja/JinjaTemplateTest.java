package lathe.text.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.run.Failure;
import lathe.run.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JinjaTemplateTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/tokenizers/chat");

    private static JsonNode golden(String name) throws IOException {
        return Json.mapper().readTree(GOLDEN.resolve(name).toFile());
    }

    /** What transformers' apply_chat_template made of the same templates and conversations. */
    @Test
    void rendersAsTransformersDoes() throws IOException {
        JsonNode rendered = golden("rendered.json");
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : rendered.properties()) {
            String[] key = entry.getKey().split("/", -1);
            ObjectNode made = render(key[0], key[1], key.length > 2 ? key[2] : "");
            if (!made.equals(entry.getValue())) {
                different.add(entry.getKey() + "\n  want " + entry.getValue() + "\n  made " + made);
            }
        }
        assertEquals(List.of(), different);
        assertTrue(rendered.size() > 300);
    }

    private static ObjectNode render(String template, String conversation, String how) throws IOException {
        Map<String, Object> values = new HashMap<>();
        values.put("messages", plain(golden("conversations.json").path(conversation)));
        values.put("tools", how.equals("tools") ? plain(golden("tools.json")) : null);
        values.put("documents", null);
        values.put("add_generation_prompt", !how.isEmpty());
        values.putAll(Map.of("bos_token", "<s>", "eos_token", "</s>", "unk_token", "<unk>"));
        ObjectNode made = Json.mapper().createObjectNode();
        try {
            String source = Files.readString(GOLDEN.resolve("templates").resolve(template + ".jinja"));
            Rendered rendered = JinjaTemplate.parse(template, source).render(values);
            made.put("text", rendered.text());
            rendered.generated().forEach(span -> made.withArray("generated")
                    .addArray()
                    .add(rendered.text().codePointCount(0, span.start()))
                    .add(rendered.text().codePointCount(0, span.end())));
        } catch (Failure e) {
            made.put("error", e.what().replaceFirst("^The template (refuses this conversation|cannot be used): ", ""));
        }
        return made;
    }

    private static Object plain(JsonNode tree) {
        return Json.mapper().convertValue(tree, Object.class);
    }

    /** A null stands for an expression that is an error in Jinja too. */
    @Test
    void expressionsMeanWhatTheyMeanInPython() throws IOException {
        List<String> different = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : golden("expressions.json").properties()) {
            String made = valueOf(entry.getKey());
            if (!made.equals(
                    entry.getValue().isNull() ? "an error" : entry.getValue().asText())) {
                different.add(entry.getKey() + " is " + entry.getValue() + ", was " + made);
            }
        }
        assertEquals(List.of(), different);
    }

    private static String valueOf(String expression) {
        try {
            return rendered("{{ " + expression + " }}");
        } catch (Failure e) {
            return "an error";
        }
    }

    private static String rendered(String source) throws Failure {
        return JinjaTemplate.parse("t", source).render(Map.of()).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(100000) %}{% for b in range(100000) %}x{% endfor %}{% endfor %}",
                "{{ 'x' * 2000000000 }}",
                "{% set ns = namespace(s='xxxxxxxxxx') %}{% for a in range(60) %}{% set ns.s = ns.s + ns.s %}{% endfor %}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{{ range(1000000000) | length }}",
                "{{ 'a' | center(2000000000) }}",
                "{{ 10 ** 100000000000 }}"
            })
    void whatATemplateMayDoIsCounted(String source) {
        Failure failure = assertThrows(Failure.class, () -> rendered(source));

        assertTrue(failure.what().startsWith("The template cannot be used: "), failure.what());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.class }}",
                "{{ ''.getClass() }}",
                "{{ messages.getClass().forName('java.lang.Runtime') }}",
                "{{ ''['getClass']() }}",
                "{{ namespace().__class__.__init__ }}",
                "{{ [].append(1) }}",
                "{% include 'file:///etc/hostname' %}",
                "{% import 'x' as y %}",
                "{% extends 'x' %}",
                "{{ self }}{{ self.x }}",
                "{{ config.items() }}"
            })
    void nothingOutsideCanBeReached(String source) throws Failure {
        try {
            assertEquals("", rendered(source));
        } catch (Failure e) {
            assertTrue(e.what().startsWith("The template cannot be used: "), e.what());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n{% if x %}",
                "a\n{% endif %}",
                "a\n{{ x",
                "a\n{% for %}",
                "a\n{% set x %}",
                "a\n{# x",
                "a\n{% raw %}",
                "a\n{{ ? }}",
                "a\n{% nosuch %}",
                "a\n{{ 1 + 'a' }}",
                "a\n{{ nothing.x }}"
            })
    void aFaultNamesItsLine(String source) {
        Failure failure = assertThrows(Failure.class, () -> rendered(source));

        assertEquals("t:2", failure.where(), failure.what());
    }

    @Test
    void deepNestingIsRefusedAndNoCrash() {
        for (String open : List.of("(", "[", "-", "not ", "{% if x %}", "{{ x if ")) {
            assertThrows(Failure.class, () -> rendered("{{ " + open.repeat(100_000) + " }}"));
        }
        assertThrows(Failure.class, () -> rendered("{% if x %}".repeat(100_000)));
        assertThrows(Failure.class, () -> rendered("{% if x %}" + "{% elif x %}".repeat(50_000) + "{% endif %}"));
        assertThrows(Failure.class, () -> rendered("{{ 1" + " + 1".repeat(100_000) + " }}"));
    }
}
