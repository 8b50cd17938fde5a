package lathe.export.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import lathe.run.Ledger;
import lathe.run.StepMetrics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class ModelCardTest {
    private static final CardSubject SUBJECT = new CardSubject(
            CardSubject.Form.MODEL, "base-1b", "bfloat16", List.of(new CardSubject.Bilingual("Equal.", "一致。")));

    @TempDir
    Path folder;

    private static StepMetrics step(int stage, int step, @org.jspecify.annotations.Nullable Double held) {
        return new StepMetrics(stage, step, 0.5, step * 100L, 5.0 - step * 0.01, 1e-3, 1, 10, 1, 0, held);
    }

    private static CardFacts facts() {
        List<StepMetrics> steps = IntStream.range(0, 100)
                .mapToObj(i -> step(i / 50, i % 50 + 1, i % 25 == 0 ? 4.5 : null))
                .toList();
        Ledger imported = new Ledger(10, 8, Map.of("broken", 2L), Map.of(), Map.of(), 8);
        return new CardFacts(
                "my-run",
                "base-1b",
                "name: my-run\n",
                List.of(new CardFacts.Source("web", "ab".repeat(32))),
                imported,
                null,
                steps,
                List.of(new CardFacts.Figure("loss", "损失", "3.1", "2.2")),
                List.of(new CardFacts.Answer("a | b\n<c>", "x", "y")));
    }

    @Test
    void everyFactStandsInBothLanguages() throws Exception {
        ModelCard.write(folder, SUBJECT, facts());
        String card = Files.readString(folder.resolve("README.md"));
        for (String part : List.of(
                "base_model: base-1b",
                "# my-run",
                "numbers are bfloat16",
                "数值类型为 bfloat16",
                "| web | `" + "ab".repeat(32),
                "read · 读入 10; kept · 保留 8; records · 记录 8; broken 2",
                "| loss · 损失 | 3.1 | 2.2 |",
                "a \\| b &lt;c>",
                "name: my-run",
                "Equal.",
                "一致。",
                "AutoModelForCausalLM.from_pretrained")) {
            assertTrue(card.contains(part), part + " in " + card);
        }
        assertFalse(card.contains("cleaning"), "nothing was cleaned");
        long rows = card.lines()
                .filter(line -> line.matches("\\| [01] \\| \\d+ .*"))
                .count();
        assertTrue(rows >= 10 && rows <= 16, rows + " rows");
    }

    @Test
    void curveIsAPictureWithALineDotsAndABar() throws Exception {
        ModelCard.write(folder, SUBJECT, facts());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        Document svg = factory.newDocumentBuilder()
                .parse(folder.resolve("training-loss.svg").toFile());
        assertEquals(1, svg.getElementsByTagName("polyline").getLength());
        assertEquals(4, svg.getElementsByTagName("circle").getLength());
        assertEquals(1, svg.getElementsByTagName("line").getLength());
    }

    @Test
    void withoutARunThereIsNoCurve() throws Exception {
        ModelCard.write(folder, SUBJECT, null);
        assertFalse(Files.exists(folder.resolve("training-loss.svg")));
        assertTrue(Files.readString(folder.resolve("README.md")).contains("## Proof · 校验"));
    }
}
