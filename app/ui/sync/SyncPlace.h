#pragma once

#include "app/counter/Counter.h"
#include "app/ui/sync/QueueModel.h"
#include "app/ui/widgets/PlacePage.h"

#include <QTimer>

class QBoxLayout;
class QStackedWidget;
class QTableView;

namespace motcua::ui {

class Card;
class EmptyState;
class FactGrid;
class ReasonPrompt;
class ScrollColumn;
class TextLabel;

/// Đồng bộ: the line, how much of this station's work the province has confirmed, each record it does not have yet with its last
/// answer in words, and what was refused and needs a person.
class SyncPlace : public PlacePage {
    Q_OBJECT

public:
    explicit SyncPlace(counter::Counter& counter, QWidget* parent = nullptr);

    void activate() override;
    void deactivate() override;
    /// A receipt that does not stand, also one that was seen to: it stands in the list until the place is left.
    void openReceipt(qint64 seq) override;
    std::vector<KeyLine> moreKeys() const override;

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void addActions();
    void layOut();
    void fitHalves();
    void refresh();
    void showDoubts();
    void showClock();
    void showLine();
    bool holdsAll() const;
    void showConfirmed();
    void showReceived();
    void showVersions();
    void showQueue();
    void showNone();
    static QString standingWords(counter::Standing standing);
    void showActs();
    /// Null: none.
    const QueueModel::Item* current() const;
    void sendAgain();
    void openCurrent();
    void receiveAgain();
    void askWhySeenTo();
    void seeTo(const QString& reason);
    void fitRows();
    std::vector<QueueModel::Item> items(
        const std::vector<domain::ports::RefusedItem>& refused, const std::vector<domain::ports::UnsentItem>& unsent) const;
    void select(qint64 seq);

    counter::Counter& m_counter;
    counter::SyncDesk& m_desk;
    Card* m_lineCard;
    TextLabel* m_line;
    FactGrid* m_lineFacts;
    Card* m_confirmedCard;
    TextLabel* m_confirmed;
    FactGrid* m_confirmedFacts;
    Card* m_receivedCard;
    FactGrid* m_receivedFacts;
    Card* m_queueCard;
    QBoxLayout* m_cards = nullptr;
    ScrollColumn* m_facts = nullptr;
    QBoxLayout* m_halves = nullptr; ///< what is known, and what waits
    QStackedWidget* m_stack;
    QTableView* m_table;
    QueueModel* m_model;
    EmptyState* m_empty;
    Banner* m_doubts;
    Banner* m_clock;
    Banner* m_versions;
    ActionButton* m_believe = nullptr;
    ActionButton* m_open = nullptr;
    ActionButton* m_again = nullptr;
    ActionButton* m_anew = nullptr; ///< takes in again what was taken in and does not stand
    ActionButton* m_seen = nullptr;
    ActionButton* m_try = nullptr;
    ReasonPrompt* m_why;
    qint64 m_asked = 0;  ///< the receipt that somebody searched for; 0: none
    qint64 m_seeing = 0; ///< what `m_why` asks about
    QTimer m_tick;
};

}
