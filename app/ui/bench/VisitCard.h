#pragma once

#include "app/ui/widgets/Card.h"

class QListWidget;

namespace motcua::counter {
class VisitForm;
}

namespace motcua::ui {

class TextLabel;

/// The papers of the visit, each with what it costs and whether anything is open, and below them the kinds that another one may be of.
/// Owner: BenchPlace.
class VisitCard : public Card {
    Q_OBJECT

public:
    explicit VisitCard(counter::VisitForm& visit, QWidget* parent = nullptr);

    void refresh();
    /// Into the list of kinds, which is shown then.
    void beginKinds();
    /// Not shown it leaves its room to others.
    void showKinds(bool shown);

signals:
    void paperChosen(int paper);
    void kindChosen(const QString& kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillPapers();
    void fillKinds();
    void choose();

    counter::VisitForm& m_visit;
    QListWidget* m_papers;
    TextLabel* m_total;
    TextLabel* m_kindsLabel;
    QListWidget* m_kinds;
};

}
