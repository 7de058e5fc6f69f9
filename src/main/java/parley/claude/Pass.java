package parley.claude;

/**
 * The leave to make one request. Whoever has it tells how the request began, once; closing it
 * before tells that nothing was learned. For one thread.
 */
public final class Pass implements AutoCloseable {
    private final Circuits circuits;
    private final ModelId model;
    private final boolean triesAll;
    private final boolean triesModel;
    private boolean over;

    Pass(Circuits circuits, ModelId model, boolean triesAll, boolean triesModel) {
        this.circuits = circuits;
        this.model = model;
        this.triesAll = triesAll;
        this.triesModel = triesModel;
    }

    ModelId model() {
        return model;
    }

    /** Whether the request tries the way to all models. */
    boolean triesAll() {
        return triesAll;
    }

    boolean triesModel() {
        return triesModel;
    }

    /** The answer begins. */
    public void began() {
        if (end()) {
            circuits.began(this);
        }
    }

    /** There is no answer; what comes after its beginning is of no interest here. */
    public void failed(ClaudeException fault) {
        if (end()) {
            circuits.failed(this, fault);
        }
    }

    @Override
    public void close() {
        if (end()) {
            circuits.left(this);
        }
    }

    private boolean end() {
        boolean first = !over;
        over = true;
        return first;
    }
}
