#pragma once

#include "app/counter/DossierDesk.h"
#include "app/counter/PutAside.h"
#include "app/counter/SyncDesk.h"
#include "app/ui/shell/Overlay.h"

#include <QTimer>

class QListWidget;

namespace motcua::ui {

class DossierList;
class TextEdit;

/// Ctrl+K: finds any dossier on this machine, any unfinished intake of this desk and its receipts that do not stand, as the words are
/// typed; Up and Down choose, Enter opens.
class SearchPalette : public Overlay {
    Q_OBJECT

public:
    struct Finds {
        counter::DossierDesk& dossiers;
        counter::PutAside& putAside;
        counter::SyncDesk& sync;
    };
    SearchPalette(const Finds& finds, const counter::Desk& desk, QWidget* parent);

    void open() override;

signals:
    void chosen(motcua::domain::DossierId dossier);
    void draftChosen(motcua::domain::DraftId draft);
    /// One that does not stand, by its number in the needs-you tray.
    void receiptChosen(qint64 seq);

protected:
    QRect panelArea() const override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void search();
    void showAbove();
    void addReceipts();
    void choose();
    void chooseAbove();
    /// Among what stands above, then the dossiers below.
    void move(int rows);
    void retranslate();

    Finds m_finds;
    const counter::Desk& m_desk;
    TextEdit* m_query;
    QListWidget* m_above; ///< unfinished intakes, and receipts that do not stand
    DossierList* m_table;
    QTimer m_wait;
};

}
