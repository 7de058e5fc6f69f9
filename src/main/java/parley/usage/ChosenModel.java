package parley.usage;

import parley.claude.ModelId;

/** A model to ask, and why that one. */
public record ChosenModel(ModelId model, ModelReason why) {}
