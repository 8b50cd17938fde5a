package lathe.ui.step.tokenizer;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import lathe.run.Event;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.task.Job;

/** The tokens that a training learned last, while it runs. */
public final class LearnedStrip extends VBox {
    private static final int SHOWN = 24;

    private final Label size = Nodes.label("", "card-title");
    private final FlowPane latest = new FlowPane(4, 4);

    public LearnedStrip() {
        getStyleClass().add("card");
        setId("learned");
        getChildren().addAll(size, latest);
        Nodes.show(this, false);
    }

    /** Shows what a job learns from now on. */
    void watch(Job job, Texts texts) {
        job.onAttach(() -> latest.getChildren().clear());
        job.onEvents(events -> show(events, texts));
        job.stateProperty().addListener((property, before, now) -> showWhile(job));
    }

    private void showWhile(Job job) {
        Nodes.show(this, job.state().isActive() && !latest.getChildren().isEmpty());
    }

    private void show(List<Event> events, Texts texts) {
        for (Event event : events) {
            if (event instanceof Event.Learned learned) {
                size.setText(texts.get("tokenizer.learned", learned.size()));
                for (String token : learned.latest()) {
                    latest.getChildren().add(0, Nodes.label(token.replace(' ', '␣'), "token", "token-3"));
                }
                Nodes.show(this, true);
            }
        }
        int all = latest.getChildren().size();
        if (all > SHOWN) {
            latest.getChildren().remove(SHOWN, all);
        }
    }
}
