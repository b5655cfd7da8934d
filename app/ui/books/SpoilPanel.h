#pragma once

#include <QWidget>

#include <vector>

class QCheckBox;

namespace motcua::counter {
class Jotter;
}

namespace motcua::ui {

class ReasonPrompt;
class TextLabel;

/// What is wrong when a number is spoiled. It decides what becomes of the dossier.
enum class Spoilt {
    Sheet, ///< printer, ink, a tear: the same row again at once, under a new number
    Row,   ///< what stands in it: the dossier goes back to its clerk
};

struct SpoilReason {
    QString words;
    Spoilt what = Spoilt::Row;
};

/// Asks why a number is spoiled, and says what becomes of its dossier: the tick for a new number at once follows the reason. Words of one's own
/// are taken for a wrong row unless the tick is set. Owner: BooksPlace.
class SpoilPanel : public QWidget {
    Q_OBJECT

public:
    /// `jotter` outlives it.
    explicit SpoilPanel(counter::Jotter& jotter, QWidget* parent = nullptr);

    /// `subject` tells what the reason is about (ReasonPrompt). `leftTheOffice`: the result was handed over, so nothing goes back.
    void ask(const QString& subject, const QString& question, const QString& button, std::vector<SpoilReason> reasons, bool leftTheOffice);
    /// The reason given last is on record.
    void settle();

signals:
    void given(const QString& reason, bool again);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void follow();
    void sayWhatFollows();
    void retranslate();

    std::vector<SpoilReason> m_reasons;
    bool m_leftTheOffice = false;
    bool m_wasKnown = true; ///< what was written last was one of m_reasons
    ReasonPrompt* m_prompt;
    QCheckBox* m_again;
    TextLabel* m_follows;
};

}
