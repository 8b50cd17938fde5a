package lathe.model.script;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.model.layout.ModelLayout;

/** The constants of program text that tell which of a model's own tensors train. */
record Masters(ModelLayout layout, List<Integer> trained) {

    /** All of a model's tensors. */
    static Masters all(ModelLayout layout) {
        return new Masters(
                layout, IntStream.range(0, layout.slots().size()).boxed().toList());
    }

    void into(Map<String, Object> values) {
        int last = layout.finalNorm();
        int size = layout.layer().size();
        values.put("TRAINED", trained.toString());
        values.put("HEAD_MASTER", trained.indexOf(layout.head()));
        values.put("HEAD_EMBEDS", layout.head() == 0);
        values.put(
                "TRAINED_FIRST", trained.stream().filter(this::isFirst).toList().toString());
        values.put(
                "TRAINED_INSIDE",
                trained.stream()
                        .filter(i -> i > 0 && i < last)
                        .map(i -> (i - 1) % size)
                        .distinct()
                        .sorted()
                        .toList()
                        .toString());
        values.put(
                "TRAINED_LAST",
                trained.stream()
                        .filter(i -> i >= last && i < lastEnd())
                        .toList()
                        .toString());
    }

    /** The tables of tokens and of positions. */
    private boolean isFirst(int index) {
        return index == 0 || (layout.architecture().learnsPositions() && index == layout.positions());
    }

    private int lastEnd() {
        return layout.finalNorm() + (layout.architecture().norm().hasBias() ? 2 : 1);
    }
}
