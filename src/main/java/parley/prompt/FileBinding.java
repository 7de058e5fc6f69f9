package parley.prompt;

/** A line of channels.yaml: that a place has a persona until chat says otherwise. */
record FileBinding(BindingScope scope, PersonaId persona, int line) {}
