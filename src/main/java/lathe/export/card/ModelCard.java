package lathe.export.card;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lathe.run.Ledger;
import lathe.run.StepMetrics;
import lathe.run.WholeFile;
import org.jspecify.annotations.Nullable;

/**
 * A model card as Hugging Face has it (Mitchell et al. 2019): {@code README.md} with a head of YAML, each section in
 * English and Chinese, numbers once. The licence is the user's to name.
 */
public final class ModelCard {
    private static final String CURVE = "training-loss.svg";
    private static final int ROWS = 10;

    private final CardSubject subject;
    private final @Nullable CardFacts facts;
    private final StringBuilder text = new StringBuilder();

    private ModelCard(CardSubject subject, @Nullable CardFacts facts) {
        this.subject = subject;
        this.facts = facts;
    }

    /**
     * Writes the card, and the picture of the losses where there are any.
     *
     * @param facts null where no run is known
     */
    public static void write(Path folder, CardSubject subject, @Nullable CardFacts facts) throws IOException {
        WholeFile.write(folder.resolve("README.md"), new ModelCard(subject, facts).text());
        if (facts != null && !facts.metrics().isEmpty()) {
            WholeFile.write(folder.resolve(CURVE), new LossCurve(facts.metrics()).svg());
        }
    }

    String text() {
        head();
        use();
        if (facts != null) {
            data(facts);
            training(facts);
            evaluation(facts);
        }
        proof();
        section("License", "许可证");
        text.append("Not named yet: fill in `license` above, as the base model and the data allow.\n\n")
                .append("尚未填写：请根据基础模型与数据的许可，在上方填写 `license`。\n");
        return text.toString();
    }

    private void head() {
        String base = facts == null ? subject.base() : facts.base();
        text.append("---\nlibrary_name: ").append(subject.form().library());
        text.append("\npipeline_tag: text-generation\n");
        text.append(base.isEmpty() ? "" : "base_model: " + base + "\n");
        text.append("tags: [lathe]\n# license: yours to name · 请填写\n---\n\n# ");
        text.append(facts == null ? base : facts.name());
        text.append("\n\nMade with Lathe from ").append(base.isEmpty() ? "random weights" : "`" + base + "`");
        text.append("; numbers are ").append(subject.numbers()).append(".\n\n由 Lathe ");
        text.append(base.isEmpty() ? "从随机权重训练而成" : "基于 `" + base + "` 制作");
        text.append("；数值类型为 ").append(subject.numbers()).append("。\n");
    }

    private void use() {
        section("Use", "使用");
        text.append(subject.form().loading());
    }

    private void data(CardFacts known) {
        section("Data", "数据");
        row("source · 来源", "SHA-256");
        row("---", "---");
        known.sources().forEach(source -> row(source.name(), "`" + source.sha256() + "`"));
        text.append('\n');
        account("import · 导入", known.imported());
        account("cleaning · 清洗", known.cleaned());
    }

    private void account(String step, @Nullable Ledger ledger) {
        if (ledger != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "- %s: read · 读入 %,d; kept · 保留 %,d; records · 记录 %,d%s%n",
                    step,
                    ledger.read(),
                    ledger.kept(),
                    ledger.records(),
                    gone(ledger.rejected()) + gone(ledger.dropped())));
        }
    }

    private static String gone(Map<String, Long> reasons) {
        return reasons.entrySet().stream()
                .map(reason -> String.format(Locale.ROOT, "; %s %,d", reason.getKey(), reason.getValue()))
                .collect(Collectors.joining());
    }

    private void training(CardFacts known) {
        section("Training", "训练");
        if (!known.metrics().isEmpty()) {
            text.append("![loss · 损失](").append(CURVE).append(")\n\n");
            row("stage · 阶段", "step · 步", "tokens · 词元", "loss · 损失", "held-out loss · 留出损失", "learning rate · 学习率");
            row("---", "---", "---", "---", "---", "---");
            some(known.metrics()).forEach(this::step);
        }
        text.append("\n<details><summary>recipe.yaml · 配方</summary>\n\n```yaml\n")
                .append(known.recipe().strip())
                .append("\n```\n\n</details>\n");
    }

    /** The first and the last step of each stage, evaluations, and some between. */
    private static List<StepMetrics> some(List<StepMetrics> all) {
        List<StepMetrics> some = new ArrayList<>();
        int every = Math.max(1, all.size() / ROWS);
        for (int i = 0; i < all.size(); i++) {
            boolean first = i == 0 || all.get(i - 1).stage() != all.get(i).stage();
            boolean last =
                    i + 1 == all.size() || all.get(i + 1).stage() != all.get(i).stage();
            if (first || last || i % every == 0) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private void step(StepMetrics step) {
        Double held = step.evalLoss();
        row(
                String.valueOf(step.stage()),
                String.valueOf(step.step()),
                String.format(Locale.ROOT, "%,d", step.tokens()),
                String.format(Locale.ROOT, "%.4f", step.loss()),
                held == null ? "" : String.format(Locale.ROOT, "%.4f", held),
                String.format(Locale.ROOT, "%.3g", step.lr()));
    }

    private void evaluation(CardFacts known) {
        if (known.figures().isEmpty() && known.answers().isEmpty()) {
            return;
        }
        section("Evaluation", "评测");
        if (!known.figures().isEmpty()) {
            row("held out · 留出集", "base · 基础模型", "tuned · 微调后");
            row("---", "---", "---");
            known.figures()
                    .forEach(figure -> row(figure.english() + " · " + figure.chinese(), figure.base(), figure.tuned()));
            text.append('\n');
        }
        for (CardFacts.Answer answer : known.answers()) {
            text.append("- **").append(line(answer.prompt())).append("**\n  - base · 基础模型: ");
            text.append(line(answer.base())).append('\n');
            if (!answer.tuned().isEmpty()) {
                text.append("  - tuned · 微调后: ").append(line(answer.tuned())).append('\n');
            }
        }
    }

    private void proof() {
        section("Proof", "校验");
        subject.proof().forEach(said -> text.append(said.english())
                .append("\n\n")
                .append(said.chinese())
                .append("\n\n"));
    }

    private void section(String english, String chinese) {
        text.append("\n## ").append(english).append(" · ").append(chinese).append("\n\n");
    }

    private void row(String... cells) {
        text.append("| ");
        for (String cell : cells) {
            text.append(line(cell)).append(" | ");
        }
        text.append('\n');
    }

    /** On one line, and no mark of a table's or a page's own. */
    private static String line(String words) {
        return words.strip().replaceAll("\\s+", " ").replace("|", "\\|").replace("<", "&lt;");
    }
}
