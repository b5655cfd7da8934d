#pragma once

#include "app/domain/jobs/JobKind.h"
#include "app/ui/widgets/Card.h"

#include <vector>

class QListWidget;
class QListWidgetItem;

namespace motcua::base {
struct Error;
}
namespace motcua::counter {
class IntakeForm;
}
namespace motcua::domain {
struct CardQr;
}

namespace motcua::ui {

class CardLine;
class PartyEditor;
class TextLabel;
class WrappedRows;

/// The parties of the paper in hand, a line each, by role; below them the places that are still open and the people of the visit who stand in none.
/// A card fills the next place; Enter on a line types it, Space turns how they sign, Delete takes them out. What is wrong is said at the line.
/// Owner: BenchPlace.
class PartiesCard : public Card {
    Q_OBJECT

public:
    explicit PartiesCard(counter::IntakeForm& form, QWidget* parent = nullptr);

    /// Whether the kind of job has any role.
    bool isNeeded() const;
    /// To where the next card goes; to the line that is not right, where nobody is missing.
    void begin();
    /// The cursor into the line that a reader types into.
    void beginCard();
    void setOffered(std::vector<domain::Party> people);
    void setPapers(const std::vector<domain::IdentityPaperKind>& papers);
    /// The role that the next card is meant for; empty: as the kind has it.
    const QString& preferredRole() const { return m_preferred; }
    /// The next card is meant for the next role that somebody may be in.
    void roleForward();
    /// Shows that this party was found or filled.
    void mark(int party);
    void refresh();
    /// Another paper is in hand.
    void forget();

signals:
    void cardShown(const motcua::domain::CardQr& card);
    /// Somebody of the visit was chosen for the next place.
    void personChosen(const motcua::domain::Party& person);
    void edited(const std::vector<motcua::domain::Party>& parties);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        int party = -1;        ///< its place among the parties
        QString role;          ///< of an open place
        domain::Party offered; ///< of the visit
        bool isOffered = false;
    };

    void retranslate();
    void fillRows();
    void addRow(const Row& row, const QString& words, bool isWrong = false);
    void showTurn();
    void showEditor();
    void act();
    void typeInto(const QString& role);
    void turnWay();
    void takeOut();
    const Row* currentRow() const;
    QString lineOf(const domain::Party& party) const;
    std::vector<base::Error> faultsOf(int party) const;

    counter::IntakeForm& m_form;
    CardLine* m_card;
    TextLabel* m_turn;
    QListWidget* m_list;
    WrappedRows* m_wrapped;
    PartyEditor* m_editor;
    std::vector<Row> m_rows;
    std::vector<domain::Party> m_offered;
    QString m_preferred;
    int m_edited = -1; ///< the party that the editor shows; -1: it is shut
};

}
