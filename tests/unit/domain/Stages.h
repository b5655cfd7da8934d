#pragma once

#include "DomainDesk.h"

namespace motcua::domain::test {

/// A dossier on its way, by the acts that brought it there.
struct Stage {
    const char* name;
    std::vector<Command> path;
};

inline std::vector<Stage> stages() {
    const Command ask = Desk::supplement();
    const Command receive = Desk::copyIntake();
    const Command approve = Approve{};
    const std::vector<Command> completed{receive, Submit{}, approve, CollectFee{}, Desk::attestation()};
    std::vector<Command> handedOver = completed;
    handedOver.push_back(HandOver{QStringLiteral("Nguyễn Văn An"), true});
    std::vector<Command> closed = handedOver;
    closed.push_back(Close{});
    std::vector<Command> spoiled = completed;
    spoiled.push_back(Spoil{VolumeId(uuid(20)), 1, QStringLiteral("Ghi sai"), false});
    return {{"none", {}}, {"registered", {ask}}, {"accepted", {receive}}, {"refused", {Desk::refusal()}}, {"processing", {receive, Submit{}}},
        {"supplement-asked", {receive, Submit{}, ask}}, {"stopped", {receive, Withdraw{QStringLiteral("Đổi ý")}}},
        {"unpaid", {receive, Submit{}, approve}}, {"completed", completed}, {"handed-over", handedOver}, {"closed", closed}, {"spoiled", spoiled}};
}

/// Every act once, by its name.
inline std::vector<std::pair<QString, Command>> commands() {
    const VolumeId volume(uuid(20));
    const std::vector<Paper> papers{{QStringLiteral("Bản chính"), PaperKind::Original, 1, true, false, {}}};
    return {{"receive", Desk::copyIntake()}, {"refuse", Desk::refusal()}, {"ask-supplement", Desk::supplement()},
        {"return-with-supplement", ReturnWithSupplement{papers}}, {"correct", Desk::correction({}, 3)}, {"submit", Submit{}},
        {"release", Release{StationId(uuid(6))}}, {"approve", Approve{}}, {"return-to-clerk", ReturnToClerk{QStringLiteral("Thiếu trang")}},
        {"spoil", Spoil{volume, 1, QStringLiteral("In sai"), false}}, {"spoil-again", Spoil{volume, 1, QStringLiteral("In sai"), true}},
        {"mark-printed", Desk::attestation()}, {"collect-fee", CollectFee{}},
        {"attest-by-hand", AttestByHand{{QStringLiteral("152"), QStringLiteral("01/2026-SCT/CK"), QDate(2026, 11, 23)}}},
        {"hand-over", HandOver{QStringLiteral("Nguyễn Văn An"), true}}, {"rate", Rate{5, {}}}, {"withdraw", Withdraw{QStringLiteral("Đổi ý")}},
        {"close", Close{}}, {"add-note", AddNote{QStringLiteral("Gọi lại")}}};
}

inline std::vector<Command> pathTo(size_t stage) {
    return stages()[stage].path;
}

/// Kinds of the events joined by "+", or the error.
inline QString outcome(const Desk& desk, const Command& command) {
    const auto bodies = desk.decided(desk.asSeen(command));
    if (!bodies)
        return bodies.error().code;
    QStringList kinds;
    for (const EventBody& body : *bodies)
        kinds << kindOf(body);
    return kinds.join(QLatin1Char('+'));
}

}
