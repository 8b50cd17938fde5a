package lathe.ui.kit.form;

import java.util.List;
import lathe.recipe.Problem;
import lathe.recipe.SettingsTable;
import lathe.ui.kit.Texts;

/** Says in the user's language why a value does not fit a field. */
final class FieldProblems {
    private final Texts texts;
    private final SettingsTable.Key key;
    private final String textKey;

    FieldProblems(Texts texts, SettingsTable.Key key, String textKey) {
        this.texts = texts;
        this.key = key;
        this.textKey = textKey;
    }

    /** The sentence for what the recipe refused: numbers by their range, all else in the recipe's own words. */
    String sentence(List<Problem> problems, String typed) {
        String reason = problems.isEmpty() ? "" : problems.get(0).reason();
        if (reason.startsWith("must be a number")) {
            return withRange(texts.get("field.number", typed));
        }
        if (reason.startsWith("must be a whole number")) {
            return withRange(texts.get("field.whole", typed));
        }
        if (reason.startsWith("is out of range")) {
            return withRange(texts.get("field.range", typed));
        }
        return reason.startsWith("give either steps or epochs") ? texts.get("field.stepsOrEpochs") : reason;
    }

    private String withRange(String sentence) {
        String range = range();
        String typical = texts.orElse(textKey + ".typical", "");
        return sentence
                + (range.isEmpty() ? "" : " " + texts.get("field.allowed", range))
                + (typical.isEmpty() ? "" : " " + texts.get("field.typical", typical));
    }

    private String range() {
        boolean low = key.setting().min() != Double.NEGATIVE_INFINITY;
        boolean high = key.setting().max() != Double.POSITIVE_INFINITY;
        String min = lathe.ui.kit.Numbers.typed(trim(key.setting().min()));
        String max = lathe.ui.kit.Numbers.typed(trim(key.setting().max()));
        if (low && high) {
            return texts.get("field.between", min, max);
        }
        return low ? texts.get("field.least", min) : high ? texts.get("field.most", max) : "";
    }

    private static Number trim(double bound) {
        boolean whole = bound == Math.rint(bound) && Math.abs(bound) < 1e15;
        return whole ? (Number) Long.valueOf((long) bound) : Double.valueOf(bound);
    }
}
