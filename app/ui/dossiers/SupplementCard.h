#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

namespace motcua::ui {

class ActionButton;
class PaperTable;
class TextEdit;

/// The papers that a citizen brings back: tick them off, give them their pages, then the dossier goes on. Everything is on disk at once; Esc leaves
/// and the next time goes on where this one stopped. While it is shown, what the watched folder brings is the supplement's. Owner: DossiersPlace.
class SupplementCard : public Card {
    Q_OBJECT

public:
    explicit SupplementCard(counter::Counter& counter, QWidget* parent = nullptr);

    /// Opens the dossier's checklist. Errors: "dossier.wrong-state" when it does not wait for papers, "scan.busy" while pages still come for
    /// another one.
    base::Outcome open(domain::DossierId dossier);
    /// The dossier goes on with them.
    void giveBack();

signals:
    void left();
    void failed(const motcua::base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QString anotherPaper() const;
    void layOut();
    void retranslate();
    void refresh();
    void leave();
    void addPaper();
    void dropIt();
    bool told(const base::Outcome& outcome);

    counter::Counter& m_counter;
    counter::Supplements& m_supplements;
    PaperTable* m_table;
    TextEdit* m_more;
    ActionButton* m_add;
    ActionButton* m_drop;
    ActionButton* m_leave;
};

}
