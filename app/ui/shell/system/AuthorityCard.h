#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

namespace motcua::ui {

class Banner;
class TextLabel;

/// By what the seated user may sign in books: each authority with its paper, its days and its books; that one ends is said two weeks before.
/// Hidden from whoever signs nothing. Owner: SystemPlace.
class AuthorityCard : public Card {
    Q_OBJECT

public:
    AuthorityCard(counter::Counter& counter, QWidget* parent);

    void refresh();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showEnding(const std::vector<counter::OwnAuthority>& all);
    QString wordsOf(const counter::OwnAuthority& own) const;

    counter::Counter& m_counter;
    Banner* m_ending;
    TextLabel* m_none;
    QWidget* m_rows;
    QStringList m_shown; ///< what stands in the rows
};

}
