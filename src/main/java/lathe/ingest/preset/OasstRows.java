package lathe.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lathe.ingest.item.Batch;
import lathe.ingest.item.BatchReader;
import lathe.ingest.item.Item;
import lathe.ingest.item.ItemBatches;
import lathe.run.Json;
import org.jspecify.annotations.Nullable;

/**
 * Joins message rows into trees. The rows of a tree may stand anywhere in a file, so trees come when it ends, in the
 * order of their first rows; while rows are collected, each batch gives one with what is no message row. Only a tree's
 * places are in memory for each row, the rows themselves in {@link HeldRows}. After {@value #MOST_ROWS} rows (six times
 * OASST1) the trees so far are given and collecting begins anew: a later row of one of them is an orphan.
 */
final class OasstRows implements BatchReader {
    static final int MOST_ROWS = 1_000_000;
    private static final int MOST_ROWS_OF_A_TREE = 10_000;
    private static final long MOST_BYTES_OF_A_TREE = 16 << 20;
    private static final long BATCH_BYTES = 1 << 20;

    private final BatchReader rows;
    private final int most;
    private final HeldRows held = new HeldRows();
    private final Map<String, HeldTree> trees = new LinkedHashMap<>();
    private final Map<String, String> treeOf = new HashMap<>();
    private @Nullable Iterator<HeldTree> giving;
    private int count;
    private boolean ended;

    OasstRows(BatchReader rows) {
        this(rows, MOST_ROWS);
    }

    OasstRows(BatchReader rows, int most) {
        this.rows = rows;
        this.most = most;
    }

    @Override
    public @Nullable Batch next() throws IOException {
        if (giving == null) {
            Batch batch = ended ? null : rows.next();
            if (batch != null) {
                return collected(batch);
            }
            ended = true;
            giving = trees.values().iterator();
        }
        Batch given = given(giving);
        if (given == null && !ended) {
            return next();
        }
        return given;
    }

    private Batch collected(Batch batch) throws IOException {
        int before = count;
        List<Item> others = new ArrayList<>();
        batch.decode(item -> {
            Item left = item instanceof Item.Row row && isMessage(row.value()) ? taken(row) : item;
            if (left != null) {
                others.add(left);
            }
        });
        if (count >= most) {
            giving = trees.values().iterator();
        }
        // without message rows the batch is decoded again by whoever works on it: what it holds need not stay
        return count == before && others.stream().allMatch(item -> item instanceof Item.Row)
                ? batch
                : ItemBatches.of(others, batch.bytes());
    }

    private static boolean isMessage(JsonNode row) {
        return OasstMessage.is(row) && !row.path(OasstMessage.REPLIES).isArray();
    }

    /** Holds a message row; gives an item where that cannot be. */
    private @Nullable Item taken(Item.Row row) throws IOException {
        if (Surrogates.haveLone(row.value())) {
            return bad(row, "lone-surrogate");
        }
        HeldTree tree = trees.computeIfAbsent(tree(row.value()), id -> new HeldTree());
        byte[] json = Json.mapper().writeValueAsBytes(row.value());
        if (tree.rows() >= MOST_ROWS_OF_A_TREE || tree.bytes() + json.length > MOST_BYTES_OF_A_TREE) {
            return bad(row, "tree-too-large");
        }
        tree.add(row.line(), row.nth(), held.add(json), json.length);
        count++;
        return null;
    }

    private static Item bad(Item.Row row, String reason) {
        return new Item.Bad(row.line(), reason, row.value().toString());
    }

    /** The tree that a row names; without a name the one of its parent, which must have come before, or its own. */
    private String tree(JsonNode row) {
        String named = OasstMessage.id(row, OasstMessage.TREE);
        if (!named.isEmpty()) {
            return named;
        }
        String own = OasstMessage.id(row, OasstMessage.ID);
        String found = treeOf.getOrDefault(OasstMessage.id(row, OasstMessage.PARENT), own);
        treeOf.put(own, found);
        return found;
    }

    private @Nullable Batch given(Iterator<HeldTree> all) throws IOException {
        List<OasstTree> taken = new ArrayList<>();
        long bytes = 0;
        while (all.hasNext() && bytes < BATCH_BYTES) {
            HeldTree tree = all.next();
            taken.add(tree.read(held));
            bytes += tree.bytes();
        }
        if (taken.isEmpty()) {
            begin();
            return null;
        }
        return new Trees(taken, bytes);
    }

    private void begin() throws IOException {
        giving = null;
        count = 0;
        trees.clear();
        treeOf.clear();
        held.clear();
    }

    @Override
    public String charset() {
        return rows.charset();
    }

    @Override
    public long position() {
        return rows.position();
    }

    @Override
    public void close() throws IOException {
        held.close();
        rows.close();
    }

    private record Trees(List<OasstTree> trees, long bytes) implements Batch {

        @Override
        public void decode(Sink items) throws IOException {
            for (OasstTree tree : trees) {
                tree.decode(items);
            }
        }
    }
}
