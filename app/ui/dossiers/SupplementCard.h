#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

class QProgressBar;

namespace motcua::ui {

class ActionButton;
class PaperTable;
class TextEdit;
class TextLabel;

/// Takes in the papers that a citizen brings back: tick them off, scan them, then the dossier goes on. Every page is on disk at
/// once; Esc leaves and the next time goes on where this one stopped. Owner: DossiersPlace.
class SupplementCard : public Card {
    Q_OBJECT

public:
    explicit SupplementCard(counter::Counter& counter, QWidget* parent = nullptr);

    /// Opens the dossier's checklist; an error when it does not wait for papers.
    base::Outcome open(domain::DossierId dossier);

signals:
    void left();
    void failed(const motcua::base::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString anotherPaper() const;
    void layOut();
    void retranslate();
    void refresh();
    void leave();
    void addPaper();
    void scan();
    void giveBack();
    void dropIt();
    void showProgress();
    bool told(const base::Outcome& outcome);

    counter::Counter& m_counter;
    counter::Supplements& m_supplements;
    PaperTable* m_table;
    TextEdit* m_more;
    ActionButton* m_add;
    QWidget* m_running;
    QProgressBar* m_bar;
    TextLabel* m_count;
    ActionButton* m_stop;
    ActionButton* m_scan;
    ActionButton* m_done;
    ActionButton* m_drop;
    ActionButton* m_leave;
};

}
