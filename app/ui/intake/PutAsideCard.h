#pragma once

#include "app/counter/PutAside.h"
#include "app/ui/widgets/Card.h"

class QListWidget;

namespace motcua::ui {

class TextLabel;

/// The unfinished intakes of this desk: Up and Down choose, Enter takes one up again, Delete discards it, Ctrl+Z brings it back for ten
/// seconds, Esc leaves. Owner: IntakePlace.
class PutAsideCard : public Card {
    Q_OBJECT

public:
    explicit PutAsideCard(counter::PutAside& putAside, QWidget* parent = nullptr);

    /// How many there are.
    int count() const;
    void open();

signals:
    void chosen(motcua::domain::DraftId draft);
    void left();
    /// It has come or gone.
    void shown();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void choose();
    void discard();

    counter::PutAside& m_putAside;
    QListWidget* m_list;
    TextLabel* m_undo;
};

}
