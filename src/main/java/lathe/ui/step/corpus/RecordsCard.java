package lathe.ui.step.corpus;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lathe.data.Document;
import lathe.ingest.Preview;
import lathe.run.Failure;
import lathe.text.ChatTemplate;
import lathe.text.Segment;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.RecordView;
import lathe.ui.kit.Texts;
import org.jspecify.annotations.Nullable;

/** The first records of a source: as a person reads them, or as the text a model is given. */
final class RecordsCard {
    private static final int MOST = 5;

    private final Texts texts;
    private boolean asTraining;
    private String template = "alpaca";

    RecordsCard(Texts texts) {
        this.texts = texts;
    }

    /** Whether conversations are shown in the form in which they are trained on. */
    void asTraining(boolean training) {
        asTraining = training;
    }

    /** Names the template in which conversations are trained on. */
    void template(String name) {
        template = name;
    }

    /** Puts the records into a pane. */
    void fill(Pane place, @Nullable Preview preview) {
        place.getChildren().clear();
        if (preview == null) {
            return;
        }
        if (preview.records().isEmpty()) {
            place.getChildren().add(Nodes.wrapped(texts.get("corpus.norecords"), "quiet"));
        }
        preview.records().stream().limit(MOST).map(this::record).forEach(place.getChildren()::add);
    }

    private Node record(Document record) {
        Node body = asTraining && record.isConversation() ? training(record) : RecordView.of(record, texts);
        VBox box = new VBox(4, Nodes.label(record.id(), "faint"), body);
        box.setFillWidth(true);
        return box;
    }

    private Node training(Document record) {
        TextFlow flow = new TextFlow();
        flow.getStyleClass().add("record-text");
        for (Segment segment : segments(record)) {
            Text text = new Text(segment.text());
            text.getStyleClass().add(segment.trained() ? "segment-trained" : "segment-given");
            flow.getChildren().add(text);
        }
        return flow;
    }

    private List<Segment> segments(Document record) {
        try {
            return ChatTemplate.named(template).render(record.messages(), false);
        } catch (Failure e) {
            throw new IllegalStateException("a recipe names a template that there is", e);
        }
    }
}
