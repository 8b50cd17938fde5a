package lathe.ui.step.corpus.preview;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.data.Document;
import lathe.data.Rejected;
import lathe.ingest.Preview;
import lathe.ui.kit.Nodes;
import lathe.ui.kit.Texts;
import lathe.ui.step.corpus.look.RecordLook;
import lathe.ui.step.corpus.place.Place;

/** Draws an item of the preview: what it becomes, or why it cannot be read. */
final class SampleView {
    private static final int MOST_CHARACTERS = 1200;
    private static final int MOST_RECORDS = 3;
    private static final int AS_TRAINING = 1;
    private static final int AS_SOURCE = 2;

    private final Texts texts;
    private final RecordLook look;
    private final int view;

    /**
     * A way to draw.
     *
     * @param view 0 as a person reads it, 1 as it is trained on, 2 as the file has it
     */
    SampleView(Texts texts, String template, int view) {
        this.texts = texts;
        this.view = view;
        look = new RecordLook(texts, template, MOST_CHARACTERS);
    }

    Node of(Preview.Sample sample) {
        HBox head = new HBox(Nodes.label(Place.shortName(sample.file(), sample.line()), "faint"));
        head.getStyleClass().add("row");
        VBox box = new VBox(head);
        box.getStyleClass().add("sample");
        for (Rejected rejected : sample.rejected()) {
            String reason = texts.orElse("reason." + rejected.reason(), rejected.reason());
            head.getChildren().add(Nodes.label(texts.get("preview.rejected", reason), "chip", "chip-failed"));
        }
        if (view == AS_SOURCE || !sample.rejected().isEmpty()) {
            box.getChildren().add(look.raw(sample.raw()));
            return box;
        }
        List<Document> records = sample.records();
        if (records.size() > 1) {
            head.getChildren().add(Nodes.label(texts.get("preview.becomes", records.size()), "chip"));
        }
        records.stream()
                .limit(MOST_RECORDS)
                .map(record -> view == AS_TRAINING ? look.trained(record) : look.readable(record, ""))
                .forEach(box.getChildren()::add);
        if (records.size() > MOST_RECORDS) {
            box.getChildren().add(Nodes.label(texts.get("preview.more", records.size() - MOST_RECORDS), "faint"));
        }
        return box;
    }
}
