package lathe.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import lathe.data.Document;
import lathe.ingest.item.Batch;
import lathe.ingest.item.Item;
import lathe.ingest.preset.UnusableException;

/** Makes records of a piece's items; done by any thread. */
final class PieceWork {
    private PieceWork() {}

    static Outcome of(Piece piece) throws IOException {
        Outcome outcome = new Outcome(piece);
        Batch batch = piece.batch();
        if (batch != null) {
            batch.decode(item -> add(item, piece.origin(), outcome));
        }
        return outcome;
    }

    private static void add(Item item, Origin origin, Outcome outcome) throws IOException {
        if (item instanceof Item.Bad bad) {
            reject(outcome, origin, bad.line(), 1, bad.reason(), bad.text());
            return;
        }
        Item.Row row = (Item.Row) item;
        try {
            keep(outcome, origin, row, origin.file().maker().make(row, origin.place(row.line(), row.nth())));
        } catch (UnusableException e) {
            reject(outcome, origin, row.line(), row.items(), e.reason(), text(row.value()));
        }
    }

    private static void keep(Outcome outcome, Origin origin, Item.Row row, List<Document> records) throws IOException {
        for (Document record : records) {
            outcome.records.add(record, origin.number(), row.line(), row.written());
        }
        outcome.counter.keep(row.items(), records.size());
    }

    private static void reject(Outcome outcome, Origin origin, long line, int items, String reason, String text) {
        outcome.rejected.add(origin.rejected(line, reason, text));
        outcome.counter.reject(reason, items);
    }

    static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
