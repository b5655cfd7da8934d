#pragma once

#include "app/counter/DossierDesk.h"
#include "app/counter/PutAside.h"
#include "app/ui/shell/Overlay.h"

#include <QTimer>

class QListWidget;

namespace motcua::ui {

class DossierList;
class TextEdit;

/// Ctrl+K: finds any dossier on this machine and any unfinished intake of this desk as the words are typed; Up and Down choose, Enter opens.
class SearchPalette : public Overlay {
    Q_OBJECT

public:
    SearchPalette(counter::DossierDesk& dossiers, counter::PutAside& putAside, const counter::Desk& desk, QWidget* parent);

    void open() override;

signals:
    void chosen(motcua::domain::DossierId dossier);
    void draftChosen(motcua::domain::DraftId draft);

protected:
    QRect panelArea() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search();
    void showUnfinished();
    void choose();
    void chooseUnfinished();
    /// Among the unfinished intakes, then the dossiers below.
    void move(int rows);
    void retranslate();

    counter::DossierDesk& m_dossiers;
    counter::PutAside& m_putAside;
    TextEdit* m_query;
    QListWidget* m_unfinished;
    DossierList* m_table;
    QTimer m_wait;
};

}
