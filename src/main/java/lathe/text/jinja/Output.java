package lathe.text.jinja;

import java.util.ArrayList;
import java.util.List;
import lathe.text.jinja.value.Budget;

/** What a template writes, and which of it the template calls generated. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final List<Rendered.Span> generated = new ArrayList<>();
    private final Budget budget;

    Output(Budget budget) {
        this.budget = budget;
    }

    void write(String words) {
        budget.charge(words.length());
        text.append(words);
    }

    int length() {
        return text.length();
    }

    void markGenerated(int from) {
        generated.add(new Rendered.Span(from, text.length()));
    }

    String text() {
        return text.toString();
    }

    Rendered rendered() {
        return new Rendered(text.toString(), List.copyOf(generated));
    }
}
