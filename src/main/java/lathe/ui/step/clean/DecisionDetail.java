package lathe.ui.step.clean;

import java.util.Locale;
import javafx.scene.layout.Pane;
import lathe.clean.Decision;
import lathe.data.Dropped;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecordView;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** One record with the reason for what became of it. */
final class DecisionDetail {
    private DecisionDetail() {}

    static void fill(Pane place, @Nullable Decision decision, Texts texts) {
        place.getChildren().clear();
        if (decision == null) {
            return;
        }
        place.getChildren().add(Nodes.wrapped(reason(decision, texts), "field-label"));
        place.getChildren().add(RecordView.of(decision.document(), texts));
    }

    /** The reason in a sentence: the rule, what it measured, and the bound that was broken. */
    static String reason(Decision decision, Texts texts) {
        Dropped dropped = decision.dropped();
        if (dropped == null) {
            return texts.get("clean.why.kept");
        }
        String rule = texts.orElse("rule." + dropped.rule(), dropped.rule());
        if (dropped.duplicateOf() != null) {
            return texts.get("clean.why.duplicate", rule, dropped.duplicateOf());
        }
        return texts.get("clean.why.dropped", rule, value(dropped.value()), String.valueOf(dropped.bound()));
    }

    private static String value(@Nullable Object value) {
        return value instanceof Double || value instanceof Float
                ? String.format(Locale.ROOT, "%.3f", ((Number) value).doubleValue())
                : String.valueOf(value);
    }
}
