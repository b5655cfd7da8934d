#pragma once

#include "app/counter/FolderDesk.h"
#include "app/ui/shell/Overlay.h"

#include <QTimer>

namespace motcua::ui {

class FolderTable;
class TextEdit;

/// Ctrl+K: finds any folder on this machine as the words are typed; Up and Down choose, Enter opens.
class SearchPalette : public Overlay {
    Q_OBJECT

public:
    SearchPalette(counter::FolderDesk& folders, const counter::Desk& desk, QWidget* parent);

    void open() override;

signals:
    void chosen(motcua::domain::DossierId dossier);

protected:
    QRect panelArea() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search();
    void choose();
    void retranslate();

    counter::FolderDesk& m_folders;
    TextEdit* m_query;
    FolderTable* m_table;
    QTimer m_wait;
};

}
