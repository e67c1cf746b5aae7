"""The parts of the HTML form: each makes markup of what was chosen, none of them a document of its own."""
