#pragma once

class QTableWidget;

namespace motcua::ui {

/// Sets up a table of a dossier's papers: one row at a time, nothing edited in place, the first column (the name) takes the room
/// that the others leave.
void setUpPaperTable(QTableWidget& table);

}
