package lathe.generate;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** Tokens from the likeliest on, of equals the smaller id first. Only those that are asked for are put in order. */
final class TopTokens implements PrimitiveIterator.OfInt {
    private final double[] weights;
    private final int[] heap;
    private int size;

    TopTokens(double[] weights) {
        this.weights = weights;
        size = weights.length;
        heap = new int[size];
        for (int token = 0; token < size; token++) {
            heap[token] = token;
        }
        for (int place = size / 2 - 1; place >= 0; place--) {
            sink(place);
        }
    }

    @Override
    public boolean hasNext() {
        return size > 0;
    }

    @Override
    public int nextInt() {
        if (size == 0) {
            throw new NoSuchElementException();
        }
        int top = heap[0];
        heap[0] = heap[--size];
        sink(0);
        return top;
    }

    private void sink(int from) {
        int place = from;
        int token = heap[place];
        for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
            if (child + 1 < size && goesFirst(heap[child + 1], heap[child])) {
                child++;
            }
            if (!goesFirst(heap[child], token)) {
                break;
            }
            heap[place] = heap[child];
            place = child;
        }
        heap[place] = token;
    }

    private boolean goesFirst(int token, int other) {
        return weights[token] > weights[other] || (weights[token] == weights[other] && token < other);
    }
}
